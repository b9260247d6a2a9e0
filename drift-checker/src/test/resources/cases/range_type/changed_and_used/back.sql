DROP FUNCTION public.f(public.r);
ALTER TYPE public.r RENAME TO r__old;
ALTER TYPE public.rs RENAME TO rs__old;
ALTER FUNCTION public.rs() RENAME TO rs__old;
CREATE TYPE public.r AS RANGE (multirange_type_name = public.rs, subtype = integer);
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t a 'public.r'
ALTER TABLE public.t ALTER COLUMN a TYPE public.r USING a::text::public.r;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t b 'public.rs'
ALTER TABLE public.t ALTER COLUMN b TYPE public.rs USING b::text::public.rs;
ALTER TYPE public.r OWNER TO postgres;
CREATE FUNCTION public.f(public.r) RETURNS public.r
    LANGUAGE sql
    AS $$SELECT $1$$;
ALTER FUNCTION public.f(public.r) OWNER TO postgres;
DROP TYPE public.r__old;
