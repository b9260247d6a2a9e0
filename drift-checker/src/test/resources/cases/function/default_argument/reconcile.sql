DROP FUNCTION public.f(integer, text);
CREATE OR REPLACE FUNCTION public.g(a integer DEFAULT 5) RETURNS integer
    LANGUAGE sql
    AS $$SELECT 2$$;
CREATE FUNCTION public.f(a integer, b text) RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;
ALTER FUNCTION public.f(integer, text) OWNER TO postgres;
