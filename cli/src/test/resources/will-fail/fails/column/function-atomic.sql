-- 42703: column nmae does not exist
CREATE TABLE a (id bigint, name text);
CREATE FUNCTION f() RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT nmae FROM a; END;
