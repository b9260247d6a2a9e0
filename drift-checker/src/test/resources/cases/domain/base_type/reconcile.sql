DROP VIEW public.v;
DROP FUNCTION public.f(public.d);
ALTER DOMAIN public.d RENAME TO d__old;
CREATE DOMAIN public.d AS bigint
    CONSTRAINT d_check CHECK ((VALUE > 0));
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t a 'public.d'
ALTER TABLE public.t ALTER COLUMN a TYPE public.d USING a::text::public.d;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t b 'public.d[]'
ALTER TABLE public.t ALTER COLUMN b TYPE public.d[] USING b::text::public.d[];
ALTER DOMAIN public.d OWNER TO postgres;
CREATE FUNCTION public.f(public.d) RETURNS public.d
    LANGUAGE sql
    AS $$SELECT $1$$;
ALTER FUNCTION public.f(public.d) OWNER TO postgres;
CREATE VIEW public.v AS
    SELECT t.a FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
DROP DOMAIN public.d__old;
