-- needs another
DROP VIEW public.w;
-- needs another
DROP VIEW public.v;
ALTER TABLE public.c DROP CONSTRAINT c_t_fkey;
DROP FUNCTION public.f();
-- its rows are lost; to drop it step by step: deed expand drop-table public.t
-- loses data
DROP TABLE public.t;
-- needs another
CREATE VIEW public.v AS
    SELECT o.a FROM public.o;
-- needs another
ALTER VIEW public.v OWNER TO postgres;
-- needs another
CREATE VIEW public.w AS
    SELECT v.a FROM public.v;
-- needs another
ALTER VIEW public.w OWNER TO postgres;
