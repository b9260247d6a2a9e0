-- 0A000: t is not a materialized view
CREATE TABLE t (id bigint);
REFRESH MATERIALIZED VIEW t;
