-- its rows are lost; to drop it step by step: deed expand drop-table public.t
-- loses data
DROP TABLE public.t;
CREATE FUNCTION public.lh() RETURNS language_handler
    LANGUAGE c
    AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE TRUSTED LANGUAGE pl2 HANDLER public.lh;
ALTER LANGUAGE pl2 OWNER TO postgres;
CREATE FUNCTION public.f() RETURNS integer
    LANGUAGE pl2
    AS $$BEGIN RETURN 1; END$$;
ALTER FUNCTION public.f() OWNER TO postgres;
ALTER FUNCTION public.lh() OWNER TO postgres;
