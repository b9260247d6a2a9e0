-- 0A000: column public.t.name is still used by policy own of public.t
CREATE TABLE t (id int, name text);
CREATE POLICY own ON t USING (name = current_user);
ALTER TABLE t ALTER COLUMN name TYPE varchar(20);
