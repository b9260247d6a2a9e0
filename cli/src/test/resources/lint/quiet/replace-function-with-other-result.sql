-- baseline
CREATE TABLE users (id bigint PRIMARY KEY, email varchar(100), plan text, seen_at timestamp(3), tags varchar(20)[]);
CREATE FUNCTION plan_of(bigint) RETURNS text LANGUAGE sql AS $$ SELECT plan FROM users WHERE id = $1 $$;
-- migration
DROP FUNCTION plan_of(bigint);
CREATE FUNCTION plan_of(bigint, text) RETURNS varchar LANGUAGE sql AS $$ SELECT coalesce(plan, $2)::varchar FROM users WHERE id = $1 $$;
