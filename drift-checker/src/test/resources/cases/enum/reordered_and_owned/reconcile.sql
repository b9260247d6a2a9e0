ALTER TYPE public.e RENAME TO e__old;
CREATE TYPE public.e AS ENUM ('b', 'a');
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t x 'public.e'
ALTER TABLE public.t ALTER COLUMN x TYPE public.e USING x::text::public.e;
ALTER TYPE public.e OWNER TO app_owner;
COMMENT ON TYPE public.e IS 'e';
GRANT USAGE ON TYPE public.e TO app_reader;
REVOKE ALL ON TYPE public.e FROM PUBLIC;
DROP TYPE public.e__old;
