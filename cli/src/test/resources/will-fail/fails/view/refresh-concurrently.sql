-- 55000: cannot refresh materialized view public.v concurrently
CREATE TABLE a (id bigint);
CREATE MATERIALIZED VIEW v AS SELECT id FROM a;
REFRESH MATERIALIZED VIEW CONCURRENTLY v;
