-- 42P07: circular inheritance not allowed
CREATE TABLE t (id bigint) PARTITION BY LIST (id);
ALTER TABLE t ATTACH PARTITION t DEFAULT;
