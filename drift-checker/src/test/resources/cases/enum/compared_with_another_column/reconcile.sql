ALTER TABLE public.people DROP CONSTRAINT known;
ALTER TABLE public.people DROP CONSTRAINT swings;
DROP INDEX CONCURRENTLY public.steady;
ALTER TYPE public.mood RENAME TO mood__old;
CREATE TYPE public.mood AS ENUM ('sad', 'happy');
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.people evening 'public.mood'
ALTER TABLE public.people ALTER COLUMN evening TYPE public.mood USING evening::text::public.mood;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.people morning 'public.mood'
ALTER TABLE public.people ALTER COLUMN morning TYPE public.mood USING morning::text::public.mood;
ALTER TYPE public.mood OWNER TO postgres;
CREATE INDEX CONCURRENTLY steady ON public.people USING btree (morning) WHERE ((morning = evening));
ALTER TABLE public.people ADD CONSTRAINT known CHECK ((morning IS NOT NULL)) NOT VALID;
ALTER TABLE public.people VALIDATE CONSTRAINT known;
ALTER TABLE public.people ADD CONSTRAINT swings CHECK ((morning <> evening)) NOT VALID;
ALTER TABLE public.people VALIDATE CONSTRAINT swings;
DROP TYPE public.mood__old;
