-- 42P01: relation b does not exist
CREATE TABLE a (id bigint, name text);
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS $$ SELECT id FROM b $$;
