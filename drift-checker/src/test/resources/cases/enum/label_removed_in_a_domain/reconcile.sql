ALTER DOMAIN public.d RENAME TO d__old;
ALTER TYPE public.comp RENAME TO comp__old;
ALTER TYPE public.e RENAME TO e__old;
CREATE TYPE public.e AS ENUM ('a', 'b');
CREATE TYPE public.comp AS (x public.e);
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.u c 'public.comp'
ALTER TABLE public.u ALTER COLUMN c TYPE public.comp USING c::text::public.comp;
ALTER TYPE public.comp OWNER TO postgres;
ALTER TYPE public.e OWNER TO postgres;
CREATE DOMAIN public.d AS public.e
    CONSTRAINT d_check CHECK ((VALUE <> 'b'::public.e));
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t x 'public.d'
ALTER TABLE public.t ALTER COLUMN x TYPE public.d USING x::text::public.d;
ALTER DOMAIN public.d OWNER TO postgres;
DROP TYPE public.comp__old;
DROP DOMAIN public.d__old;
DROP TYPE public.e__old;
