CREATE TABLE t (
  id int PRIMARY KEY,
  a text,
  b int,
  ts timestamptz,
  c varchar(10),
  d jsonb,
  e boolean,
  f numeric,
  dt date);
CREATE VIEW v1 AS SELECT id, a FROM t;
CREATE VIEW v2 AS SELECT id AS key, upper(a) FROM t;
CREATE VIEW v3 AS SELECT count(*) FROM t;
CREATE VIEW v4 AS SELECT a, count(*) AS n FROM t GROUP BY a HAVING count(*) > 1;
CREATE VIEW v5 AS SELECT a, count(*) AS n, sum(b) FROM t GROUP BY 1 ORDER BY 2 DESC;
CREATE VIEW v6 AS SELECT DISTINCT a FROM t;
CREATE VIEW v7 AS SELECT DISTINCT ON (a) a, id FROM t ORDER BY a, id DESC;
CREATE VIEW v8 AS SELECT id, CASE WHEN b > 0 THEN 'pos' WHEN b < 0 THEN 'neg' ELSE 'zero' END AS sign FROM t;
CREATE VIEW v9 AS SELECT id, coalesce(a, 'none') AS a FROM t;
CREATE VIEW v10 AS SELECT id, a || ' ' || c AS full_name FROM t;
CREATE VIEW v11 AS SELECT id, ts::date AS day FROM t WHERE ts > now() - interval '7 days';
CREATE VIEW v12 AS SELECT id, date_trunc('month', ts) AS m, extract(year FROM ts) AS y FROM t;
CREATE VIEW v13 AS SELECT id, d->>'x' AS x, (d->>'n')::int AS n FROM t;
CREATE VIEW v14 AS SELECT id FROM t WHERE a IN ('x', 'y') AND c NOT IN ('z', 'w');
CREATE VIEW v15 AS SELECT id FROM t WHERE b BETWEEN 1 AND 10 OR b = 20;
CREATE VIEW v16 AS SELECT id FROM t WHERE a LIKE 'x%' AND a NOT ILIKE '%y';
CREATE VIEW v17 AS SELECT id, row_number() OVER (PARTITION BY a ORDER BY b DESC) AS rn FROM t;
CREATE VIEW v18 AS SELECT id, sum(b) FILTER (WHERE e) AS s FROM t GROUP BY id;
CREATE VIEW v19 AS SELECT id, (SELECT max(x.b) FROM t x WHERE x.a = t.a) AS mx FROM t;
CREATE VIEW v20 AS SELECT id FROM t WHERE EXISTS (SELECT 1 FROM t x WHERE x.id = t.b);
CREATE VIEW v21 AS SELECT id FROM t WHERE e;
CREATE VIEW v22 AS SELECT id FROM t WHERE NOT e AND a <> '' AND c != 'x';
CREATE VIEW v23 AS SELECT id, 'x' AS kind FROM t UNION ALL SELECT b, 'y' FROM t;
CREATE VIEW v24 AS SELECT id, f * 1.5 AS g, f / 100.0 AS h, b + 1 AS i, -b AS j FROM t;
CREATE VIEW v25 AS SELECT round(f, 2), round(avg(f), 2) AS av FROM t GROUP BY f;
CREATE VIEW v26 AS SELECT 1 AS one, 'x' AS two, NULL AS three, true AS four, now() AS five, 'x'::text AS six, 1.0 AS seven;
CREATE VIEW v27 AS SELECT string_agg(a, ', ' ORDER BY a) AS names, array_agg(id) AS ids FROM t;
CREATE VIEW v28 AS SELECT id, concat(a, '-', c) AS cc, trim(a) AS tr, substring(a from 1 for 3) AS ss, position('x' in a) AS p FROM t;
CREATE VIEW v29 AS SELECT id, nullif(a, '') AS n, greatest(b, 0) AS g FROM t ORDER BY ts DESC NULLS LAST LIMIT 10 OFFSET 5;
CREATE VIEW v30 AS WITH q AS (SELECT a, count(*) AS n FROM t GROUP BY a) SELECT q.a, q.n FROM q WHERE n > 1;
CREATE VIEW v31 AS SELECT t.id, t.a FROM public.t WHERE t.b = 1 AND (t.a = 'x' OR t.a = 'y');
CREATE VIEW v32 AS SELECT CURRENT_DATE AS d, CURRENT_TIMESTAMP AS n, (now() at time zone 'utc') AS u;
CREATE VIEW v33 AS SELECT id, cast(b AS text) AS b, b::numeric(10,2) AS n, CAST(a AS int) AS i FROM t;
CREATE VIEW v34 AS SELECT id, ts - interval '1 day' AS y, age(ts) AS age, dt + 1 AS nd FROM t WHERE dt >= '2020-01-01' AND ts < '2021-01-01';
CREATE VIEW v35 AS SELECT lag(b) OVER w AS p, rank() OVER w AS r FROM t WINDOW w AS (PARTITION BY a ORDER BY id);
CREATE VIEW v36 AS SELECT id FROM t WHERE a IS NULL AND b IS NOT NULL AND e IS TRUE;
CREATE VIEW v37 AS SELECT json_build_object('id', id, 'a', a) AS j, to_char(ts, 'YYYY-MM-DD') AS c, row_to_json(t) AS r FROM t;
CREATE VIEW v38 AS VALUES (1, 'a'), (2, 'b');
CREATE VIEW v39 (k, l) AS SELECT id, a FROM t;
CREATE VIEW v40 AS SELECT count(DISTINCT a) AS n, bool_or(e) AS b, max(ts) FROM t;
CREATE MATERIALIZED VIEW m1 AS SELECT a, sum(b) AS total FROM t GROUP BY a WITH NO DATA;
CREATE VIEW v41 AS SELECT id FROM t WHERE b = ANY ('{1,2}'::int[]) AND d @> '{"a": 1}';
CREATE VIEW v42 AS SELECT id, unnest(array['a','b']) AS x FROM t;
CREATE VIEW v43 AS SELECT (id + b) * 2 AS x, id + b * 2 AS y, (id - b) - 1 AS z, id - (b - 1) AS w FROM t;
-- not: (id + b) * 2 => id + b * 2
-- not: (id - b) - 1 => id - (b - 1)
-- not: t.b = 1 AND (t.a = 'x' OR t.a = 'y') => t.b = 1 AND t.a = 'x' OR t.a = 'y'
-- not: BETWEEN 1 AND 10 OR b = 20 => BETWEEN 1 AND 10 AND b = 20
-- not: 'pos' => 'POS'
-- not: ORDER BY a, id DESC => ORDER BY a, id
-- not: ORDER BY 2 DESC => ORDER BY 2
-- not: GROUP BY 1 ORDER BY 2 DESC => GROUP BY 1 ORDER BY 1 DESC
-- not: f / 100.0 => f / 100
-- not: UNION ALL => UNION
-- not: count(DISTINCT a) => count(a)
-- not: PARTITION BY a ORDER BY b DESC => PARTITION BY b ORDER BY a DESC
-- not: PARTITION BY a ORDER BY id => PARTITION BY b ORDER BY id
-- not: max(x.b) FROM t x WHERE x.a = t.a => max(x.b) FROM t x WHERE x.a = x.a
-- not: x.id = t.b => x.b = t.id
-- not: NULLS LAST LIMIT 10 => LIMIT 10
-- not: interval '7 days' => interval '8 days'
-- not: b::numeric(10,2) => b::numeric(10,3)
-- not: '2021-01-01' => '2021-01-02'
-- not: ts::date AS day => ts::timestamp AS day
-- not: 'x'::text AS six => 'x'::varchar AS six
-- not: cast(b AS text) AS b => b AS b
-- not: CAST(a AS int) => CAST(a AS bigint)
-- not: c NOT IN => c IN
-- not: ', ' ORDER BY a => ', ' ORDER BY id
-- not: FILTER (WHERE e) => FILTER (WHERE NOT e)
-- not: count(*) > 1; => count(*) > 2;
-- not: from 1 for 3 => from 3 for 1
-- not: d->>'x' AS x => d->'x' AS x
-- not: '{1,2}' => '{1,3}'
-- not: dt + 1 AS nd => dt - 1 AS nd
-- not: (2, 'b') => (2, 'c')
-- not: VIEW v39 (k, l) => VIEW v39 (k, m)
-- not: VIEW v39 (k, l) AS SELECT id, a => VIEW v39 (k, l) AS SELECT id, c
