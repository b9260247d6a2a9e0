-- 42703: column nmae does not exist
CREATE TABLE a (id bigint, name text);
DELETE FROM a WHERE id = 1 RETURNING nmae;
