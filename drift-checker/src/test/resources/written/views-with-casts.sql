CREATE TABLE t (
  id int PRIMARY KEY,
  a text,
  b varchar(10),
  c char(5),
  d timestamptz,
  e timestamp,
  f date,
  n numeric,
  m money,
  j json);
CREATE VIEW v1 AS SELECT a::varchar AS x, b::text AS y, c::text AS z, a::varchar(5) AS w FROM t;
CREATE VIEW v2 AS SELECT a = b AS x, b = 'x' AS y, c = 'x' AS z, a < 'b' AS w FROM t;
CREATE VIEW v3 AS SELECT id::bigint AS x, n::int AS y, id / 2.0 AS z, id = 1.5 AS w FROM t;
CREATE VIEW v4 AS SELECT d::date AS x, e::timestamptz AS y, d = e AS z, f = '2020-01-01' AS w, d = '2020-01-01' AS v FROM t;
CREATE VIEW v5 AS SELECT lower(b) AS x, b || 'y' AS y, length(c) AS z, b LIKE 'a%' AS w, coalesce(b, 'x') AS v, case when b = 'y' then b else 'z' end AS u FROM t;
-- not: a::varchar AS x => a AS x
-- not: b::text AS y => b AS y
-- not: c::text AS z => c AS z
-- not: id::bigint => id
-- not: n::int AS y => n AS y
-- not: d::date AS x => d AS x
