-- 42P17: before trigger's when condition cannot reference new generated columns
CREATE TABLE a (id bigint, d bigint GENERATED ALWAYS AS (id * 2) STORED);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER t BEFORE UPDATE ON a FOR EACH ROW WHEN (new.d = 1) EXECUTE FUNCTION f();
