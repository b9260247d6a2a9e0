-- Views and the relations they read.

-- expect: defines view v, access exclusive
-- expect: reads relation s.a, access share
-- expect: reads relation b, access share
-- expect: reads relation c, access share
-- expect: names column s.a.x
-- expect: names column s.a.id
-- expect: names column b.id
CREATE VIEW v AS SELECT a.x FROM s.a JOIN b ON a.id = b.id WHERE EXISTS (SELECT FROM c);

-- expect: defines view v, access exclusive
-- expect: reads relation t, access share
CREATE OR REPLACE TEMP VIEW v WITH (security_barrier) AS TABLE t WITH CHECK OPTION;

-- expect: defines view v, access exclusive
-- expect: reads relation w, access share
CREATE RECURSIVE VIEW v (n) AS SELECT 1 UNION ALL SELECT n + 1 FROM v, w;

-- expect: defines materialized view m, access exclusive
-- expect: reads relation t, access share
CREATE MATERIALIZED VIEW m AS SELECT * FROM t WITH NO DATA;

-- expect: writes materialized view m, access exclusive
REFRESH MATERIALIZED VIEW m;

-- expect: writes materialized view s.m, exclusive
REFRESH MATERIALIZED VIEW CONCURRENTLY s.m;
