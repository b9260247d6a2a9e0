ALTER TABLE public.a DROP CONSTRAINT cx;
-- its values are lost; to drop it step by step: deed expand drop-column public.a w
-- loses data
ALTER TABLE public.a DROP COLUMN w;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.a x 'integer'
ALTER TABLE public.a ALTER COLUMN x TYPE integer;
ALTER TABLE public.a ADD CONSTRAINT cx CHECK ((x > 0)) NOT VALID;
ALTER TABLE public.a VALIDATE CONSTRAINT cx;
