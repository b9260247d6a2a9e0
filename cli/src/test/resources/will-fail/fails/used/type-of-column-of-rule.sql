-- 0A000: column public.t.c is still used by rule r of public.t
CREATE TABLE t (id int, c int);
CREATE RULE r AS ON DELETE TO t WHERE OLD.c IS NULL DO INSTEAD NOTHING;
ALTER TABLE t ALTER COLUMN c TYPE bigint;
