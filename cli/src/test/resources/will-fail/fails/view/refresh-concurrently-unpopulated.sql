-- 0A000: concurrently cannot be used when the materialized view is not populated
CREATE TABLE a (id bigint);
CREATE MATERIALIZED VIEW v AS SELECT id FROM a WITH NO DATA;
CREATE UNIQUE INDEX i ON v (id);
REFRESH MATERIALIZED VIEW CONCURRENTLY v;
