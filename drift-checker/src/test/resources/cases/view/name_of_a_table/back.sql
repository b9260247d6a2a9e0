DROP VIEW public.w;
DROP VIEW public.r;
-- its rows are lost; to drop it step by step: deed expand drop-table public.base
-- loses data
DROP TABLE public.base;
CREATE TABLE public.r (
    id integer,
    a text
);
ALTER TABLE public.r OWNER TO postgres;
CREATE VIEW public.w AS
    SELECT r.id, r.a FROM public.r;
ALTER VIEW public.w OWNER TO postgres;
