-- passes: the cast makes a text of it
CREATE TYPE en AS ENUM ('a'); CREATE FUNCTION en_text(en) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''a''::text'; CREATE CAST (en AS text) WITH FUNCTION en_text(en) AS IMPLICIT; CREATE TABLE t (s en);
-- migration
CREATE VIEW v AS SELECT upper(s) AS u FROM t;
