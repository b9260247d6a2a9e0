DROP INDEX CONCURRENTLY public.i;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t a 'text'
ALTER TABLE public.t ALTER COLUMN a TYPE text USING a::text;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 'x'::text;
DROP TYPE public.e;
CREATE INDEX CONCURRENTLY i ON public.t USING btree (a) WHERE ((a = 'x'::text));
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((a = ANY (ARRAY['x'::text, 'y'::text]))) NOT VALID;
ALTER TABLE public.t VALIDATE CONSTRAINT t_a_check;
