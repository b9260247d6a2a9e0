-- passes: a trigger fills it, or a default
CREATE TABLE t (id bigserial PRIMARY KEY, name text NOT NULL, at timestamptz NOT NULL DEFAULT now());
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN new.name := 'x'; RETURN NEW; END $$;
INSERT INTO t (name) VALUES ('y');
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- migration
INSERT INTO t (id) VALUES (2);
