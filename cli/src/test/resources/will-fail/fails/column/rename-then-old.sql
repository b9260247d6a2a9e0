-- 42703: column name does not exist
CREATE TABLE a (id bigint, name text);
ALTER TABLE a RENAME COLUMN name TO title;
UPDATE a SET title = upper(name);
