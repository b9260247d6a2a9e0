-- passes: columns that came after the view, keys and indexes, and views that name their outputs
CREATE TABLE t (id int PRIMARY KEY, name text UNIQUE CHECK (name <> ''), a int);
ALTER TABLE t RENAME a TO b;
CREATE VIEW v AS SELECT *, count(*) OVER () AS rows FROM t;
ALTER TABLE t RENAME b TO c;
ALTER TABLE t ADD COLUMN b int;
ALTER TABLE t ALTER COLUMN b TYPE bigint;
ALTER TABLE t DROP COLUMN b;
CREATE VIEW w (x, y, z, u) AS SELECT *, id AS name FROM t;
CREATE TABLE copied (x, y, z, u) AS SELECT *, id AS name FROM t;
DROP VIEW v, w;
ALTER TABLE t ALTER COLUMN name TYPE varchar(20), ALTER COLUMN id TYPE bigint;
