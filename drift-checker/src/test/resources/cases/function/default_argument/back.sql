DROP FUNCTION public.g(integer);
CREATE OR REPLACE FUNCTION public.f(a integer, b text DEFAULT 'x'::text) RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;
CREATE FUNCTION public.g(a integer) RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;
ALTER FUNCTION public.g(integer) OWNER TO postgres;
