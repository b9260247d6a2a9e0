-- 42P16: a partition key
CREATE TABLE e (id bigint, at date) PARTITION BY RANGE (at);
-- migration
ALTER TABLE e DROP COLUMN at;
