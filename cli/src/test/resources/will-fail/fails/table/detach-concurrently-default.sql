-- 55000: cannot detach partitions concurrently when a default partition exists
CREATE TABLE t (id bigint) PARTITION BY LIST (id);
CREATE TABLE u PARTITION OF t DEFAULT;
CREATE TABLE v PARTITION OF t FOR VALUES IN (1);
-- migration
-- deed: transaction none
ALTER TABLE t DETACH PARTITION v CONCURRENTLY;
