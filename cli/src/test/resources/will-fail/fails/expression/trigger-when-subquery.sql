-- 0A000: cannot use subquery in trigger when condition
CREATE TABLE a (id bigint);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER t BEFORE UPDATE ON a FOR EACH ROW WHEN (EXISTS (SELECT 1 FROM a)) EXECUTE FUNCTION f();
