-- 0A000: an index of a partitioned table
CREATE TABLE e (id bigint, at date) PARTITION BY RANGE (at);
CREATE INDEX i ON e (id);
-- migration
DROP INDEX CONCURRENTLY i;
