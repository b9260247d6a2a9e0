-- 55000: cannot refresh materialized view public.v concurrently
CREATE TABLE a (id bigint);
CREATE MATERIALIZED VIEW v AS SELECT id FROM a;
CREATE UNIQUE INDEX i ON v ((id + 1));
REFRESH MATERIALIZED VIEW CONCURRENTLY v;
