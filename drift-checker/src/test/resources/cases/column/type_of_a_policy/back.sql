DROP POLICY p ON public.t;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t a 'integer'
ALTER TABLE public.t ALTER COLUMN a TYPE integer;
CREATE POLICY p ON public.t USING ((a > 1));
