-- 42804: a column that is not NOT NULL
CREATE TABLE e (id bigint NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE e_2 (id bigint);
-- migration
ALTER TABLE e ATTACH PARTITION e_2 FOR VALUES FROM (5) TO (20);
