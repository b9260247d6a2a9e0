-- 42703: column nmae of relation a does not exist
CREATE TABLE a (id bigint, name text);
ALTER TABLE a ALTER COLUMN nmae SET STATISTICS 100;
