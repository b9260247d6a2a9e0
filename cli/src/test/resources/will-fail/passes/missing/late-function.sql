-- passes: a body is not looked at
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN INSERT INTO people VALUES (1); END $$;
