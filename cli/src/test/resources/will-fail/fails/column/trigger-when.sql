-- 42703: column old.nmae does not exist
CREATE TABLE a (id bigint, name text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER t BEFORE UPDATE ON a FOR EACH ROW WHEN (old.nmae IS DISTINCT FROM new.name) EXECUTE FUNCTION f();
