DROP VIEW public.d;
DROP VIEW public.c;
DROP VIEW public.b;
DROP VIEW public.a;
CREATE VIEW public.a AS
    SELECT t.a FROM public.t;
ALTER VIEW public.a OWNER TO postgres;
CREATE VIEW public.b AS
    SELECT a.a FROM public.a;
ALTER VIEW public.b OWNER TO postgres;
CREATE VIEW public.c AS
    SELECT b.a FROM public.b;
ALTER VIEW public.c OWNER TO postgres;
CREATE VIEW public.d AS
    SELECT c.a FROM public.c, public.a;
ALTER VIEW public.d OWNER TO postgres;
