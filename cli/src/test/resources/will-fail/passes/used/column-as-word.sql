-- passes: a word of its name
CREATE TABLE t (id bigint PRIMARY KEY, at timestamptz, year int, date int);
CREATE VIEW v AS SELECT extract(year FROM at) AS y, id::text AS i, at::date AS d FROM t;
-- migration
ALTER TABLE t DROP COLUMN year, DROP COLUMN date;
