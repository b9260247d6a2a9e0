-- 42804: a column more
CREATE TABLE e (id bigint) PARTITION BY RANGE (id);
CREATE TABLE e_2 (id bigint, a int);
-- migration
ALTER TABLE e ATTACH PARTITION e_2 FOR VALUES FROM (5) TO (20);
