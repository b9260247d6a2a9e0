CREATE EXTENSION citext;
CREATE TABLE t (id int, v varchar(20), name text, c char(5), qty int, d date, at timestamptz, b boolean, price numeric(10,2), big bigint);
CREATE TABLE g (id int, name citext NOT NULL CHECK (name <> 'x'), CHECK (name IN ('a', 'b')));
CREATE INDEX i1 ON g (name) WHERE name = 'q';
ALTER TABLE g ENABLE ROW LEVEL SECURITY;
CREATE POLICY p1 ON g USING (name = 'a' OR EXISTS (SELECT 1 FROM g x WHERE x.name = g.name));
CREATE VIEW e1 AS SELECT id FROM g WHERE name = 'abc' AND name IN ('c', 'd') AND name LIKE 'a%';
CREATE VIEW c1 AS SELECT CASE WHEN qty > 1 THEN 'a' WHEN qty IS NULL THEN name ELSE v END AS x, COALESCE(v, c, 'x') y FROM t;
CREATE VIEW d1 AS SELECT date_trunc('month', CURRENT_DATE) AS m, date_trunc('day', d) a, to_char(d, 'YY') e, age(d) f, date_part('year', d) h FROM t;
CREATE VIEW d2 AS SELECT id FROM t WHERE at >= date_trunc('month', CURRENT_DATE) - INTERVAL '1 month' AND d > CURRENT_DATE - 7 AND d >= now()::date;
CREATE VIEW s1 AS SELECT sum(CASE WHEN b THEN 1 ELSE 0 END) a, count(*) FILTER (WHERE b) c, avg(qty)::numeric(10,2) d, sum(qty * price) f, coalesce(sum(big), 0) g, 100.0 * sum(qty) / nullif(count(*), 0) n, round(100 * count(*)::numeric / 3, 1) o FROM t GROUP BY v HAVING count(*) > 1;
-- not: name <> 'x' => name <> 'y'
-- not: WHERE name = 'q' => WHERE name = 'r'
-- not: name = 'a' OR => name = 'b' OR
-- not: name = 'abc' => name = 'abd'
-- not: 'c', 'd' => 'c', 'e'
-- not: date_trunc('month', CURRENT_DATE) AS => date_trunc('year', CURRENT_DATE) AS
-- not: date_trunc('day', d) => date_trunc('day', at)
-- not: ELSE v END => ELSE c END
-- not: CURRENT_DATE - 7 => CURRENT_DATE - 8
