ALTER PUBLICATION p DROP TABLE ONLY public.t;
ALTER TABLE public.t RENAME COLUMN b TO b__old;
-- this moves the column to its place: all rows are written again under an ACCESS EXCLUSIVE lock
ALTER TABLE public.t ADD COLUMN b integer;
UPDATE public.t SET b = b__old;
ALTER TABLE public.t DROP COLUMN b__old;
ALTER PUBLICATION p SET TABLE ONLY public.t (a, b, id);
CREATE STATISTICS public.s ON a, b, (a + b) FROM public.t;
ALTER STATISTICS public.s OWNER TO postgres;
