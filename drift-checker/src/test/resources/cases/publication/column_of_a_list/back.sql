ALTER TABLE public.t ADD COLUMN b integer;
ALTER PUBLICATION p SET TABLE ONLY public.t (a, b);
ALTER TABLE public.t RENAME COLUMN c TO c__old;
-- this moves the column to its place: all rows are written again under an ACCESS EXCLUSIVE lock
ALTER TABLE public.t ADD COLUMN c integer;
UPDATE public.t SET c = c__old;
ALTER TABLE public.t DROP COLUMN c__old;
