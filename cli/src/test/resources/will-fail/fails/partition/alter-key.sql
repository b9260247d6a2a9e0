-- 42P16: the type of the key
CREATE TABLE e (id int) PARTITION BY RANGE (id);
-- migration
ALTER TABLE e ALTER COLUMN id TYPE bigint;
