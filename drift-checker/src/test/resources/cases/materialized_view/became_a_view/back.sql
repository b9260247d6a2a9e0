DROP VIEW public.v;
DROP VIEW public.m;
CREATE MATERIALIZED VIEW public.m AS
    SELECT t.a FROM public.t;
CREATE VIEW public.v AS
    SELECT m.a FROM public.m;
ALTER VIEW public.v OWNER TO postgres;
ALTER MATERIALIZED VIEW public.m OWNER TO postgres;
