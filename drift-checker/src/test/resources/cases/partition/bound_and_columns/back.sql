ALTER TABLE public.t DETACH PARTITION public.t1;
DROP TRIGGER tr ON public.t;
ALTER TABLE public.t DROP CONSTRAINT c;
ALTER TABLE public.t1 DROP CONSTRAINT c;
ALTER TABLE public.t DROP COLUMN b;
ALTER TABLE public.t1 DROP COLUMN b;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t id 'integer'
ALTER TABLE public.t ALTER COLUMN id TYPE integer;
ALTER TABLE public.t ALTER COLUMN id DROP NOT NULL;
-- its values are lost; to drop it step by step: deed expand drop-column public.t a
-- loses data
ALTER TABLE public.t DROP COLUMN a;
-- its values are lost; to drop it step by step: deed expand drop-column public.t1 a
-- loses data
ALTER TABLE public.t1 DROP COLUMN a;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t1 id 'integer'
-- needs another
ALTER TABLE public.t1 ALTER COLUMN id TYPE integer;
-- needs another
ALTER TABLE public.t1 ALTER COLUMN id DROP NOT NULL;
-- needs another
ALTER TABLE public.t1 ADD COLUMN g integer;
-- needs another
ALTER TABLE public.t ADD COLUMN g integer;
-- needs another
ALTER TABLE public.t ATTACH PARTITION public.t1 FOR VALUES IN (1);
