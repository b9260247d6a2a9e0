DROP VIEW public.v;
DROP MATERIALIZED VIEW public.m;
CREATE VIEW public.m AS
    select t.a from public.t;
ALTER VIEW public.m OWNER TO postgres;
CREATE VIEW public.v AS
    select m.a from public.m;
ALTER VIEW public.v OWNER TO postgres;
