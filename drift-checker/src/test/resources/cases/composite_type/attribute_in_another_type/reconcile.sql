ALTER TYPE public.b RENAME TO b__old;
ALTER TYPE public.a RENAME TO a__old;
CREATE TYPE public.a AS (x bigint);
ALTER TYPE public.a OWNER TO postgres;
CREATE TYPE public.b AS (y public.a);
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t c 'public.b'
ALTER TABLE public.t ALTER COLUMN c TYPE public.b USING c::text::public.b;
ALTER TYPE public.b OWNER TO postgres;
DROP TYPE public.b__old;
DROP TYPE public.a__old;
