DROP VIEW public.b;
DROP VIEW public.a;
CREATE VIEW public.b AS
    SELECT t.a FROM public.t;
CREATE VIEW public.a AS
    SELECT b.a FROM public.b;
ALTER VIEW public.a OWNER TO postgres;
ALTER VIEW public.b OWNER TO postgres;
