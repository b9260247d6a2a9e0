select * from only (base) for update;
