DROP FUNCTION public.f();
DROP FUNCTION public.g(integer);
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t a 'integer'
ALTER TABLE public.t ALTER COLUMN a TYPE integer;
CREATE FUNCTION public.f() RETURNS integer
    LANGUAGE sql
    begin atomic SELECT t.a FROM public.t; SELECT 1; END;
ALTER FUNCTION public.f() OWNER TO postgres;
