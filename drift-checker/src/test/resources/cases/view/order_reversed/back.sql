DROP VIEW public.a;
DROP VIEW public.b;
CREATE VIEW public.a AS
    select t.a from public.t;
ALTER VIEW public.a OWNER TO postgres;
CREATE VIEW public.b AS
    select a.a from public.a;
ALTER VIEW public.b OWNER TO postgres;
