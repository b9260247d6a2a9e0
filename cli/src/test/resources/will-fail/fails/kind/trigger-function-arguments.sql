-- 42P13: trigger functions cannot have declared arguments
CREATE TABLE a (id bigint);
CREATE FUNCTION f(int) RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
