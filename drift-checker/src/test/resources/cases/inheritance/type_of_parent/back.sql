DROP VIEW public.v;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.p a 'integer'
ALTER TABLE public.p ALTER COLUMN a TYPE integer;
ALTER TABLE public.p ALTER COLUMN a DROP NOT NULL;
CREATE VIEW public.v AS
    SELECT c.a FROM public.c;
ALTER VIEW public.v OWNER TO postgres;
