-- 0A000: instead of triggers cannot have column lists
CREATE TABLE a (id bigint);
CREATE VIEW v AS SELECT id FROM a;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER t INSTEAD OF UPDATE OF id ON v FOR EACH ROW EXECUTE FUNCTION f();
