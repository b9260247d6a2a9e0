CREATE FUNCTION public.f(INOUT a integer, OUT b text, VARIADIC c text[] DEFAULT '{}'::text[]) RETURNS record
    LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER LEAKPROOF PARALLEL SAFE COST 50
    SET search_path TO public, pg_temp
    SET work_mem TO '8MB'
    AS $body$ BEGIN b := '$$'; END $body$;
ALTER FUNCTION public.f(integer, text[]) OWNER TO postgres;
CREATE FUNCTION public.g(a integer) RETURNS TABLE(id integer, "Name" text)
    LANGUAGE sql ROWS 7
    AS $$ SELECT 1, 'x' $$;
ALTER FUNCTION public.g(integer) OWNER TO postgres;
COMMENT ON FUNCTION public.g(integer) IS 'g';
CREATE FUNCTION public.h() RETURNS SETOF integer
    LANGUAGE sql IMMUTABLE
    AS $$SELECT 1$$;
ALTER FUNCTION public.h() OWNER TO postgres;
