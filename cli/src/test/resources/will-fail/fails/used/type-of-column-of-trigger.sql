-- 0A000: column public.t.name is still used by trigger noted of public.t
CREATE TABLE t (id int, name text);
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER noted BEFORE UPDATE OF name ON t FOR EACH ROW EXECUTE FUNCTION note();
ALTER TABLE t ALTER COLUMN name TYPE varchar(20);
