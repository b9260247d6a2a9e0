DROP VIEW public.v;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t a 'bigint'
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;
CREATE VIEW public.v AS
    SELECT t.a, t.b FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
