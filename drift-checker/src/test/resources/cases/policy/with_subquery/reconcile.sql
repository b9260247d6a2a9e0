DROP POLICY p ON public.t;
DROP POLICY q ON public.t;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.u a 'bigint'
ALTER TABLE public.u ALTER COLUMN a TYPE bigint;
CREATE POLICY p ON public.t USING ((EXISTS ( SELECT 1
   FROM public.u
  WHERE (u.a = t.a))));
CREATE POLICY q ON public.t USING ((a > 0));
