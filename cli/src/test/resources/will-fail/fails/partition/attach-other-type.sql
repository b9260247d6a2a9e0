-- 42804: another type
CREATE TABLE e (id bigint) PARTITION BY RANGE (id);
CREATE TABLE e_2 (id int);
-- migration
ALTER TABLE e ATTACH PARTITION e_2 FOR VALUES FROM (5) TO (20);
