DROP POLICY p ON public.t;
DROP VIEW public.v;
ALTER TABLE public.t DROP CONSTRAINT t_a_check;
DROP INDEX CONCURRENTLY public.i;
ALTER TABLE public.t DROP COLUMN b;
DROP FUNCTION public.f(integer);
CREATE FUNCTION public.f(integer) RETURNS bigint
    LANGUAGE sql IMMUTABLE
    AS $$SELECT 1::bigint$$;
ALTER FUNCTION public.f(integer) OWNER TO app_owner;
GRANT EXECUTE ON FUNCTION public.f(integer) TO app_reader;
REVOKE ALL ON FUNCTION public.f(integer) FROM PUBLIC;
ALTER TABLE public.t ADD COLUMN b bigint GENERATED ALWAYS AS (public.f(a)) STORED;
CREATE INDEX CONCURRENTLY i ON public.t USING btree ((public.f(a)));
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((public.f(a) > 0)) NOT VALID;
ALTER TABLE public.t VALIDATE CONSTRAINT t_a_check;
CREATE VIEW public.v AS
    SELECT public.f(t.a) AS x FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
CREATE POLICY p ON public.t USING ((public.f(a) > 1));
