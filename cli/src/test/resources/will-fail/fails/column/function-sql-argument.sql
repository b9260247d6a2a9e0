-- 42703: column wnated does not exist
CREATE TABLE a (id bigint, name text);
CREATE FUNCTION f(wanted bigint) RETURNS text LANGUAGE sql AS $$ SELECT name FROM a WHERE id = wnated $$;
