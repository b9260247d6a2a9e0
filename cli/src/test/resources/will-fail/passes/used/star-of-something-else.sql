-- passes: stars and names of functions next to the table, and of the only one that is given its name
CREATE TABLE t (id int PRIMARY KEY, name text, a int);
CREATE FUNCTION two(OUT id int, OUT name text) LANGUAGE sql AS 'SELECT 1, ''x''::text';
CREATE FUNCTION sized(of regclass, OUT name text) LANGUAGE sql AS 'SELECT ''x''::text';
CREATE VIEW beside AS SELECT f.* FROM t, two() AS f;
CREATE VIEW measured AS SELECT * FROM sized('t'::regclass);
CREATE VIEW named AS SELECT name FROM sized('t'::regclass);
CREATE VIEW counted AS SELECT count(*) AS all_rows FROM t;
ALTER TABLE t ALTER COLUMN name TYPE varchar(20);
ALTER TABLE t DROP COLUMN name;
