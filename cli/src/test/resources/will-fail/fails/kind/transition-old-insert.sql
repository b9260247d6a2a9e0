-- 42P17: old table can only be specified for a delete or update trigger
CREATE TABLE a (id bigint);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER t AFTER INSERT ON a REFERENCING OLD TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION f();
