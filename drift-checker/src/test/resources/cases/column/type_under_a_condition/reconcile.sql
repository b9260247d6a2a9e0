ALTER TABLE public.t DROP CONSTRAINT t_a_check;
DROP INDEX CONCURRENTLY public.i;
CREATE TYPE public.e AS ENUM ('x', 'y');
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t a 'public.e'
ALTER TABLE public.t ALTER COLUMN a TYPE public.e USING a::public.e;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 'x'::public.e;
ALTER TYPE public.e OWNER TO postgres;
CREATE INDEX CONCURRENTLY i ON public.t USING btree (a) WHERE ((a = 'x'::public.e));
