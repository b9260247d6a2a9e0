-- 42703: column nmae does not exist
CREATE TABLE a (id bigint, name text);
INSERT INTO a (id) VALUES (1) RETURNING nmae;
