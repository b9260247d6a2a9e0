-- passes: own immutable
CREATE TABLE a (f text, l text);
CREATE FUNCTION concat(text, text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1 || $2';
CREATE INDEX ON a (public.concat(f, l));
