-- 42P01: not one of its partitions
CREATE TABLE e (id bigint) PARTITION BY RANGE (id);
CREATE TABLE x (id bigint);
-- migration
ALTER TABLE e DETACH PARTITION x;
