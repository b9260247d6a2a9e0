-- passes
CREATE TABLE a (id bigint, x int); CREATE TABLE b (id bigint, x int); CREATE TABLE c (x int, y int); CREATE TABLE d (y int);
SELECT x, y FROM a JOIN b USING (id, x) JOIN c USING (x) LEFT JOIN d USING (y);
SELECT * FROM a JOIN (SELECT id, 5 AS q FROM b) s USING (id);
SELECT * FROM a JOIN generate_series(1, 3) AS id USING (id);
SELECT * FROM (a JOIN b USING (id)) JOIN c ON true WHERE false;
SELECT * FROM a, b JOIN c USING (x);
SELECT * FROM a JOIN (b JOIN c USING (x)) USING (id);
SELECT 1 FROM a WHERE EXISTS (SELECT FROM b JOIN c USING (x) WHERE b.id = a.id);
DELETE FROM a USING b JOIN c USING (x) WHERE a.id = b.id;
