-- 2BP01: cannot drop extension citext because other objects depend on it
CREATE EXTENSION citext;
CREATE FUNCTION f(citext) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
DROP EXTENSION citext;
