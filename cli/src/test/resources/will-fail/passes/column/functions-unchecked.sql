-- passes: functions unchecked
SET check_function_bodies = off;
CREATE TABLE a (id bigint, name text);
CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT nmae FROM a $$;
