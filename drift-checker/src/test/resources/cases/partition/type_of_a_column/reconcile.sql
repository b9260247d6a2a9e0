DROP VIEW public.v;
DROP VIEW public.w;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t b 'bigint'
ALTER TABLE public.t ALTER COLUMN b TYPE bigint;
CREATE VIEW public.v AS
    select t.b from public.t;
ALTER VIEW public.v OWNER TO postgres;
CREATE VIEW public.w AS
    select t1.b from public.t1;
ALTER VIEW public.w OWNER TO postgres;
