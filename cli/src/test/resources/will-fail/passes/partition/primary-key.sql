-- passes: with the partition's column
CREATE TABLE e (id bigint, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
-- migration
ALTER TABLE e ADD UNIQUE (at, id);
CREATE UNIQUE INDEX ON e (at);
