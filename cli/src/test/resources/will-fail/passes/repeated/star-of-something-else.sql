-- passes: stars of what is not the table
CREATE TABLE t (id int, name text);
CREATE FUNCTION one(OUT z int) LANGUAGE sql AS 'SELECT 1';
CREATE VIEW beside AS SELECT f.*, t.id AS name FROM t, one() AS f;
CREATE TABLE copied AS SELECT f.*, t.id AS name FROM t CROSS JOIN LATERAL one() AS f;
CREATE VIEW of_values AS SELECT v.*, t.id AS name FROM t, (VALUES (1)) AS v (z);
CREATE VIEW renamed AS SELECT *, 1 AS name FROM t AS u (x, y);
