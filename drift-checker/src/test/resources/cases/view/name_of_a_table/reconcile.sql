-- taken for a rename: all else about it is equal
ALTER TABLE public.r RENAME TO base;
DROP VIEW public.w;
CREATE VIEW public.r AS
    SELECT base.id, base.a FROM public.base;
ALTER VIEW public.r OWNER TO postgres;
CREATE VIEW public.w AS
    SELECT r.id, r.a FROM public.r;
ALTER VIEW public.w OWNER TO postgres;
