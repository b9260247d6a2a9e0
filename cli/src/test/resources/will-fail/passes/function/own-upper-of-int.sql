-- passes: another function of the name
CREATE FUNCTION upper(i int) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT i::text'; CREATE TABLE t (id int);
-- migration
CREATE INDEX ON t (upper(id));
