-- passes
CREATE TABLE a (id bigint, x int); CREATE TABLE c (x int, y int);
SELECT * FROM a AS k (x, z) JOIN c USING (x);
WITH w AS (SELECT 1 AS y) SELECT * FROM w JOIN c USING (y) JOIN a USING (x);
