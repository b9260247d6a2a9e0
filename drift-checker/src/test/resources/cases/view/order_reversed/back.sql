DROP VIEW public.a;
DROP VIEW public.b;
CREATE VIEW public.a AS
    SELECT t.a FROM public.t;
ALTER VIEW public.a OWNER TO postgres;
CREATE VIEW public.b AS
    SELECT a.a FROM public.a;
ALTER VIEW public.b OWNER TO postgres;
