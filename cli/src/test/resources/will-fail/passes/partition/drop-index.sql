-- passes: without CONCURRENTLY
CREATE TABLE e (id bigint, at date) PARTITION BY RANGE (at);
CREATE INDEX i ON e (id);
-- migration
DROP INDEX i;
