-- 42P17: delete trigger's when condition cannot reference new values
CREATE TABLE a (id bigint);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN old; END $$;
CREATE TRIGGER t BEFORE DELETE ON a FOR EACH ROW WHEN (new.id = 1) EXECUTE FUNCTION f();
