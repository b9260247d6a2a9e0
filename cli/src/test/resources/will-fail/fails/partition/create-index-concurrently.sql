-- 0A000: the same
CREATE TABLE e (id bigint, at date) PARTITION BY RANGE (at);
-- migration
CREATE INDEX CONCURRENTLY i ON e (id);
