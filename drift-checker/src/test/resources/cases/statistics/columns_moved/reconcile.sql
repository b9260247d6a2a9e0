ALTER PUBLICATION p DROP TABLE ONLY public.t;
ALTER TABLE public.t RENAME COLUMN a TO a__old;
-- this moves the column to its place: all rows are written again under an ACCESS EXCLUSIVE lock
ALTER TABLE public.t ADD COLUMN a integer;
UPDATE public.t SET a = a__old;
ALTER TABLE public.t DROP COLUMN a__old;
ALTER PUBLICATION p SET TABLE ONLY public.t (a, b, id);
CREATE STATISTICS public.s ON b, a, (a + b) FROM public.t;
ALTER STATISTICS public.s OWNER TO postgres;
