select * from vv;
