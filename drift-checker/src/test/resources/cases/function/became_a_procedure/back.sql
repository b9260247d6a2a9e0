DROP PROCEDURE public.f(integer);
CREATE FUNCTION public.f(a integer) RETURNS void
    LANGUAGE sql
    AS $$SELECT 1$$;
ALTER FUNCTION public.f(integer) OWNER TO postgres;
