-- 42P16: cannot change logged status of table p because it is temporary
CREATE TEMP TABLE p (id int PRIMARY KEY);
ALTER TABLE p SET UNLOGGED;
