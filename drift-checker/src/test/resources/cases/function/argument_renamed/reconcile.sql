DROP VIEW public.v;
DROP FUNCTION public.f(integer, text);
CREATE FUNCTION public.f(x integer, b text) RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;
ALTER FUNCTION public.f(integer, text) OWNER TO postgres;
CREATE VIEW public.v AS
    SELECT public.f(1, 'x'::text) AS x;
ALTER VIEW public.v OWNER TO postgres;
