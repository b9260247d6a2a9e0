DROP FUNCTION public.f(integer);
CREATE PROCEDURE public.f(a integer)
    LANGUAGE sql
    AS $$SELECT 1$$;
ALTER PROCEDURE public.f(integer) OWNER TO postgres;
