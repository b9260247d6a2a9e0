DROP RULE r ON public.t;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.log a 'bigint'
ALTER TABLE public.log ALTER COLUMN a TYPE bigint;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t a 'bigint'
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;
CREATE RULE r AS ON INSERT TO public.t DO INSERT INTO public.log(a) VALUES(new.a);
