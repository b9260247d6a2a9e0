-- passes: a materialized view
CREATE MATERIALIZED VIEW m AS SELECT 1 AS a;
-- migration
CREATE INDEX m_a ON m (a);
REFRESH MATERIALIZED VIEW m;
