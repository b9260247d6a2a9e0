-- 42703: column owner specified in using clause does not exist in left table
CREATE TABLE a (id bigint, name text);
CREATE TABLE b (id bigint, owner bigint);
SELECT name FROM a JOIN b USING (owner);
