-- passes: functions
CREATE TABLE a (id bigint, name text);
CREATE FUNCTION f(wanted bigint, OUT found text) LANGUAGE sql AS $$ SELECT name FROM a WHERE id = wanted OR id = f.wanted $$;
CREATE FUNCTION g(r a) RETURNS text LANGUAGE sql AS $$ SELECT r.name FROM a WHERE a.id = r.id $$;
CREATE FUNCTION h(bigint) RETURNS SETOF a LANGUAGE sql AS $$ SELECT * FROM a WHERE id = $1 $$;
CREATE FUNCTION k(x anyelement) RETURNS anyelement LANGUAGE sql AS $$ SELECT x FROM a WHERE nothing = x $$;
CREATE FUNCTION l() RETURNS bigint LANGUAGE plpgsql AS $$ BEGIN RETURN (SELECT nothing FROM a); END $$;
