DROP POLICY p ON public.t;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.u a 'integer'
ALTER TABLE public.u ALTER COLUMN a TYPE integer;
ALTER POLICY q ON public.t USING ((a IN ( SELECT u.a
   FROM public.u)));
CREATE POLICY p ON public.t USING ((EXISTS ( SELECT 1
   FROM public.u
  WHERE (u.a = t.a))));
