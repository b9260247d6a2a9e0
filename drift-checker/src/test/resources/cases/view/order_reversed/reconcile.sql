DROP VIEW public.b;
DROP VIEW public.a;
CREATE VIEW public.b AS
    select t.a from public.t;
CREATE VIEW public.a AS
    select b.a from public.b;
ALTER VIEW public.a OWNER TO postgres;
ALTER VIEW public.b OWNER TO postgres;
