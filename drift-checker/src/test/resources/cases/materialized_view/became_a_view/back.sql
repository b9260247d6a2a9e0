DROP VIEW public.v;
DROP VIEW public.m;
CREATE MATERIALIZED VIEW public.m AS
    select t.a from public.t;
CREATE VIEW public.v AS
    select m.a from public.m;
ALTER VIEW public.v OWNER TO postgres;
ALTER MATERIALIZED VIEW public.m OWNER TO postgres;
