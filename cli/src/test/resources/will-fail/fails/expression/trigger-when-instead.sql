-- 0A000: instead of triggers cannot have when conditions
CREATE TABLE a (id bigint);
CREATE VIEW v AS SELECT id FROM a;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER t INSTEAD OF UPDATE ON v FOR EACH ROW WHEN (new.id = 1) EXECUTE FUNCTION f();
