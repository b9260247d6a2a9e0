DROP VIEW public.v;
DROP VIEW public.w;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t b 'integer'
ALTER TABLE public.t ALTER COLUMN b TYPE integer;
CREATE VIEW public.v AS
    SELECT t.b FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
CREATE VIEW public.w AS
    SELECT t1.b FROM public.t1;
ALTER VIEW public.w OWNER TO postgres;
