-- 0A000: without the partition's column
CREATE TABLE e (id bigint, at date) PARTITION BY RANGE (at);
-- migration
ALTER TABLE e ADD CONSTRAINT c UNIQUE (id);
