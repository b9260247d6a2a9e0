-- 42P17: insert trigger's when condition cannot reference old values
CREATE TABLE a (id bigint);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW WHEN (old.id = 1) EXECUTE FUNCTION f();
