DROP VIEW public.d;
DROP VIEW public.c;
DROP VIEW public.b;
DROP VIEW public.a;
CREATE VIEW public.a AS
    select t.a from public.t;
ALTER VIEW public.a OWNER TO postgres;
CREATE VIEW public.b AS
    select a.a from public.a;
ALTER VIEW public.b OWNER TO postgres;
CREATE VIEW public.c AS
    select b.a from public.b;
ALTER VIEW public.c OWNER TO postgres;
CREATE VIEW public.d AS
    select c.a from public.c, public.a;
ALTER VIEW public.d OWNER TO postgres;
