select * from vt for update;
