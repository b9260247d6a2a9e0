-- 0A000: column public.t.name is still used by view public.v
CREATE TABLE t (id int, name text);
CREATE VIEW v AS SELECT id, name FROM t;
ALTER TABLE t ALTER COLUMN name TYPE varchar(20);
