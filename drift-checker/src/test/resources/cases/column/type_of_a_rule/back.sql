DROP RULE r ON public.t;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.log a 'integer'
ALTER TABLE public.log ALTER COLUMN a TYPE integer;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t a 'integer'
ALTER TABLE public.t ALTER COLUMN a TYPE integer;
CREATE RULE r AS ON INSERT TO public.t DO INSERT INTO public.log(a) VALUES(new.a);
