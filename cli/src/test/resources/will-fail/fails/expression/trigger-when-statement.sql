-- 42P17: statement trigger's when condition cannot reference column values
CREATE TABLE a (id bigint);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER t AFTER UPDATE ON a FOR EACH STATEMENT WHEN (new.id = 1) EXECUTE FUNCTION f();
