-- passes: a partition's column
CREATE TABLE e (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE e_1 PARTITION OF e DEFAULT;
-- migration
CREATE INDEX ON e_1 (at);
