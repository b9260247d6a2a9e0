DROP VIEW public.v;
DROP MATERIALIZED VIEW public.m;
CREATE VIEW public.m AS
    SELECT t.a FROM public.t;
ALTER VIEW public.m OWNER TO postgres;
CREATE VIEW public.v AS
    SELECT m.a FROM public.m;
ALTER VIEW public.v OWNER TO postgres;
