-- passes: created by a trigger
CREATE TABLE users (id bigint PRIMARY KEY, name text);
CREATE FUNCTION make() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN EXECUTE format('CREATE TABLE %I (id bigint)', new.name); RETURN NEW; END $$;
CREATE TRIGGER g AFTER INSERT ON users FOR EACH ROW EXECUTE FUNCTION make();
INSERT INTO users VALUES (1, 'people');
-- migration
ALTER TABLE people ADD COLUMN name text;
