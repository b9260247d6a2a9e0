DROP FUNCTION public.f();
DROP FUNCTION public.g(integer);
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t a 'integer'
ALTER TABLE public.t ALTER COLUMN a TYPE integer;
CREATE FUNCTION public.f() RETURNS integer
    LANGUAGE sql
    begin atomic select t.a from public.t; select 1; end;
ALTER FUNCTION public.f() OWNER TO postgres;
