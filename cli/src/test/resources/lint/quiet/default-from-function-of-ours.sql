-- baseline
CREATE TABLE users (id bigint PRIMARY KEY, email varchar(100), plan text, seen_at timestamp(3), tags varchar(20)[]);
CREATE FUNCTION basic() RETURNS text STABLE LANGUAGE plpgsql AS $$ BEGIN RETURN 'basic'; END $$;
CREATE FUNCTION basic(kind text) RETURNS text IMMUTABLE LANGUAGE sql AS $$ SELECT lower(kind) $$;
-- migration
ALTER TABLE users ADD COLUMN level text NOT NULL DEFAULT basic();
ALTER TABLE users ADD COLUMN label text DEFAULT upper(basic('Plus')) || ' ' || to_char(now(), 'YYYY');
