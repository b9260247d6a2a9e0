-- 42809: a column of one partition
CREATE TABLE e (id bigint) PARTITION BY RANGE (id);
CREATE TABLE e_2 PARTITION OF e FOR VALUES FROM (5) TO (20);
-- migration
ALTER TABLE e_2 ADD COLUMN a int;
