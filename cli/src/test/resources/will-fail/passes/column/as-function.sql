-- passes: as function
CREATE TABLE a (id bigint, name text);
CREATE FUNCTION label(a) RETURNS text LANGUAGE sql AS $$ SELECT $1.name $$;
SELECT a.label FROM a;
