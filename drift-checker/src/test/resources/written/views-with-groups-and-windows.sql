CREATE TABLE t (id int, qty int, name text, at timestamptz, price numeric(10,2), big bigint, tags text[]);
CREATE TABLE u (id int PRIMARY KEY, label text, n numeric);
CREATE FUNCTION rows_of() RETURNS SETOF u LANGUAGE sql AS 'SELECT * FROM u';
CREATE FUNCTION pairs_of(a int) RETURNS TABLE (x int, y text) LANGUAGE sql AS 'SELECT 1, NULL::text';
CREATE FUNCTION one_of() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE VIEW w1 AS SELECT id, sum(qty) OVER w AS s, row_number() OVER (w ORDER BY at) FROM t WINDOW w AS (PARTITION BY name);
CREATE VIEW w2 AS SELECT id, rank() OVER (PARTITION BY name ORDER BY qty DESC NULLS LAST), first_value(id) OVER w FROM t WINDOW w AS (ORDER BY id RANGE UNBOUNDED PRECEDING);
CREATE VIEW w3 AS SELECT lag(qty, 1, 0) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS l, avg(qty) OVER b FROM t WINDOW a AS (ORDER BY id), b AS (a);
CREATE VIEW g1 AS SELECT name, qty, count(*) FROM t GROUP BY GROUPING SETS ((name, qty), (name), ());
CREATE VIEW g2 AS SELECT name, qty, sum(big), grouping(name) FROM t GROUP BY ROLLUP (name, qty);
CREATE VIEW g3 AS SELECT name, qty, sum(big) FROM t GROUP BY CUBE (name, qty) HAVING sum(big) > 3;
CREATE VIEW g4 AS SELECT name AS n, date_trunc('day', at) AS day FROM t GROUP BY name, ROLLUP (2);
CREATE VIEW o1 AS SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY qty) AS med, mode() WITHIN GROUP (ORDER BY name), percentile_disc(ARRAY[0.1, 0.9]) WITHIN GROUP (ORDER BY price) p FROM t;
CREATE VIEW n1 AS SELECT power(qty, 2), qty ^ 2 AS p, sqrt(big), abs(qty), round(qty) AS r, ceil(price) AS c, floor(qty / 2.0) AS f, ln(big) FROM t;
CREATE VIEW n2 AS SELECT id FROM t WHERE qty BETWEEN SYMMETRIC 3 AND 1 AND id NOT BETWEEN SYMMETRIC 5 AND 7;
CREATE VIEW f1 AS SELECT * FROM rows_of();
CREATE VIEW f2 AS SELECT x.id, g, q.a, o FROM rows_of() x, generate_series(1, 3) g, unnest(ARRAY[1,2]) WITH ORDINALITY AS q(a, o);
CREATE VIEW f3 AS SELECT p.*, one_of FROM pairs_of(3) p, one_of() WHERE y IS NULL;
CREATE VIEW f4 AS SELECT t.id, tag, n FROM t CROSS JOIN LATERAL unnest(t.tags) WITH ORDINALITY AS e(tag, n);
-- not: ORDER BY at) FROM => ORDER BY id) FROM
-- not: PARTITION BY name ORDER => PARTITION BY at ORDER
-- not: RANGE UNBOUNDED => ROWS UNBOUNDED
-- not: b AS (a) => b AS (a ORDER BY at)
-- not: (name, qty), (name), () => (name, qty), (name)
-- not: ROLLUP (name, qty) => CUBE (name, qty)
-- not: sum(big) > 3 => sum(big) > 4
-- not: ROLLUP (2) => CUBE (2)
-- not: percentile_cont(0.5) => percentile_cont(0.6)
-- not: ORDER BY qty) AS med => ORDER BY id) AS med
-- not: power(qty, 2) => power(big, 2)
-- not: qty ^ 2 => big ^ 2
-- not: SYMMETRIC 3 AND 1 => SYMMETRIC 3 AND 2
-- not: NOT BETWEEN SYMMETRIC => BETWEEN SYMMETRIC
-- not: * FROM rows_of() => * FROM u
-- not: pairs_of(3) p => pairs_of(4) p
