-- 42804: a column less
CREATE TABLE e (id bigint, a int) PARTITION BY RANGE (id);
CREATE TABLE e_2 (id bigint);
-- migration
ALTER TABLE e ATTACH PARTITION e_2 FOR VALUES FROM (5) TO (20);
