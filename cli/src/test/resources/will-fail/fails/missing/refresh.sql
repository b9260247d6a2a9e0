-- 42P01: no materialized view
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
REFRESH MATERIALIZED VIEW stats;
