-- passes
CREATE EXTENSION pgcrypto;
CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT gen_salt('bf') $$;
CREATE FUNCTION g() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN crypt('a', gen_salt('bf')); END $$;
DROP EXTENSION pgcrypto;
