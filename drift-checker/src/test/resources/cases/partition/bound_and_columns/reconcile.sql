ALTER TABLE public.t DETACH PARTITION public.t1;
-- its values are lost; to drop it step by step: deed expand drop-column public.t g
-- loses data
ALTER TABLE public.t DROP COLUMN g;
-- its values are lost; to drop it step by step: deed expand drop-column public.t1 g
-- loses data
ALTER TABLE public.t1 DROP COLUMN g;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t id 'bigint'
ALTER TABLE public.t ALTER COLUMN id TYPE bigint;
ALTER TABLE public.t ADD CONSTRAINT id_is_not_null CHECK (id IS NOT NULL) NOT VALID;
ALTER TABLE public.t VALIDATE CONSTRAINT id_is_not_null;
ALTER TABLE public.t ALTER COLUMN id SET NOT NULL;
ALTER TABLE public.t DROP CONSTRAINT id_is_not_null;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t1 id 'bigint'
-- needs another
ALTER TABLE public.t1 ALTER COLUMN id TYPE bigint;
-- needs another
ALTER TABLE public.t1 ADD CONSTRAINT id_is_not_null CHECK (id IS NOT NULL) NOT VALID;
-- needs another
ALTER TABLE public.t1 VALIDATE CONSTRAINT id_is_not_null;
-- needs another
ALTER TABLE public.t1 ALTER COLUMN id SET NOT NULL;
-- needs another
ALTER TABLE public.t1 DROP CONSTRAINT id_is_not_null;
-- needs another
ALTER TABLE public.t1 ADD COLUMN a text DEFAULT 'x'::text;
-- needs another
ALTER TABLE public.t ADD COLUMN a text DEFAULT 'x'::text;
-- needs another
ALTER TABLE public.t1 ADD COLUMN b bigint GENERATED ALWAYS AS ((id * 2)) STORED;
-- needs another
ALTER TABLE public.t ADD COLUMN b bigint GENERATED ALWAYS AS ((id * 2)) STORED;
-- needs another
CREATE INDEX i ON ONLY public.t USING btree (a);
-- needs another
CREATE INDEX CONCURRENTLY t1_a_idx ON public.t1 USING btree (a);
ALTER TABLE public.t ADD CONSTRAINT c CHECK ((id > 0)) NOT VALID;
ALTER TABLE public.t VALIDATE CONSTRAINT c;
-- needs another
ALTER TABLE public.t1 ADD CONSTRAINT c CHECK ((id > 0)) NOT VALID;
-- needs another
ALTER TABLE public.t1 VALIDATE CONSTRAINT c;
-- needs another
ALTER TABLE public.t ATTACH PARTITION public.t1 FOR VALUES IN (1, 2);
-- needs another
ALTER INDEX public.i ATTACH PARTITION public.t1_a_idx;
CREATE TRIGGER tr BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.f();
