-- 2BP01: column public.t.name is still used by view public.v
CREATE TABLE t (id int, name text);
CREATE VIEW v AS SELECT * FROM t;
ALTER TABLE t DROP COLUMN name;
