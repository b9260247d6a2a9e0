-- passes: partitions go with their table
CREATE TABLE e (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE e_1 PARTITION OF e DEFAULT;
CREATE INDEX ON e (id);
-- migration
DROP TABLE e;
