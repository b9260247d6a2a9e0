-- 0A000: column public.t.name is still used by materialized view public.v
CREATE TABLE t (id int, name text);
CREATE MATERIALIZED VIEW v AS SELECT t.* FROM t WHERE id > 0;
ALTER TABLE t ALTER COLUMN name TYPE varchar(20);
