-- 42809: a partitioned table that inherits
CREATE TABLE t (id int);
CREATE TABLE e (id int) PARTITION BY RANGE (id);
-- migration
ALTER TABLE e INHERIT t;
