DROP VIEW public.v;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.p a 'bigint'
ALTER TABLE public.p ALTER COLUMN a TYPE bigint;
ALTER TABLE public.p ADD CONSTRAINT a_is_not_null CHECK (a IS NOT NULL) NOT VALID;
ALTER TABLE public.p VALIDATE CONSTRAINT a_is_not_null;
ALTER TABLE public.p ALTER COLUMN a SET NOT NULL;
ALTER TABLE public.p DROP CONSTRAINT a_is_not_null;
CREATE VIEW public.v AS
    SELECT c.a FROM public.c;
ALTER VIEW public.v OWNER TO postgres;
