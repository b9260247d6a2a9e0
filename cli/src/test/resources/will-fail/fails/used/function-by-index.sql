-- 2BP01: an index
CREATE FUNCTION f(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE TABLE t (a text, CHECK (f(a) <> ''));
-- migration
DROP FUNCTION f(text);
