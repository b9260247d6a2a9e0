DROP VIEW public.v;
DROP FUNCTION public.f(public.c);
ALTER TYPE public.c RENAME TO c__old;
CREATE TYPE public.c AS (a integer, b text);
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t x 'public.c'
ALTER TABLE public.t ALTER COLUMN x TYPE public.c USING x::text::public.c;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t y 'public.c[]'
ALTER TABLE public.t ALTER COLUMN y TYPE public.c[] USING y::text::public.c[];
ALTER TYPE public.c OWNER TO postgres;
CREATE FUNCTION public.f(public.c) RETURNS public.c
    LANGUAGE sql
    AS $$SELECT $1$$;
ALTER FUNCTION public.f(public.c) OWNER TO postgres;
CREATE VIEW public.v AS
    SELECT (t.x).a AS a FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
DROP TYPE public.c__old;
