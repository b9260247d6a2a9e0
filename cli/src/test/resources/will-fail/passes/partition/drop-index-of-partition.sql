-- passes: an index that is not attached
CREATE TABLE e (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE e_1 PARTITION OF e DEFAULT;
CREATE INDEX i ON e_1 (id);
-- migration
DROP INDEX CONCURRENTLY i;
