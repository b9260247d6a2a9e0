-- 42601: concurrently and with no data options cannot be used together
CREATE TABLE a (id bigint);
CREATE MATERIALIZED VIEW v AS SELECT id FROM a;
CREATE UNIQUE INDEX i ON v (id);
REFRESH MATERIALIZED VIEW CONCURRENTLY v WITH NO DATA;
