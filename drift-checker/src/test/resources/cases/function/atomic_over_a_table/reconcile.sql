DROP FUNCTION public.f();
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t a 'bigint'
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;
CREATE FUNCTION public.f() RETURNS bigint
    LANGUAGE sql
    begin atomic SELECT t.a FROM public.t; SELECT 1; END;
ALTER FUNCTION public.f() OWNER TO postgres;
CREATE FUNCTION public.g(x integer) RETURNS integer
    LANGUAGE sql
    return(x + 1);
ALTER FUNCTION public.g(integer) OWNER TO postgres;
