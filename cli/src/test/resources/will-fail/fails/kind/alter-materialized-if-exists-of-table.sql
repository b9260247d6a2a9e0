-- 42809
CREATE TABLE t (id int);
-- migration
ALTER MATERIALIZED VIEW IF EXISTS t SET (fillfactor = 50);
