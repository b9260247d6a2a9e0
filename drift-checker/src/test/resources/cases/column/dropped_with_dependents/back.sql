DROP VIEW public.v;
ALTER INDEX public.i RENAME TO i__old;
ALTER TABLE public.t ADD COLUMN b integer;
CREATE INDEX CONCURRENTLY i ON public.t USING btree (b, c);
ALTER TABLE public.t ADD CONSTRAINT k CHECK ((b > c)) NOT VALID;
ALTER TABLE public.t VALIDATE CONSTRAINT k;
CREATE VIEW public.v AS
    SELECT t.a, t.b FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
CREATE STATISTICS public.s ON b, c FROM public.t;
ALTER STATISTICS public.s OWNER TO postgres;
DROP INDEX CONCURRENTLY public.i__old;
ALTER TABLE public.t RENAME COLUMN c TO c__old;
-- this moves the column to its place: all rows are written again under an ACCESS EXCLUSIVE lock
ALTER TABLE public.t ADD COLUMN c integer;
UPDATE public.t SET c = c__old;
ALTER TABLE public.t DROP COLUMN c__old;
CREATE INDEX CONCURRENTLY i ON public.t USING btree (b, c);
CREATE INDEX CONCURRENTLY j ON public.t USING btree (c);
ALTER TABLE public.t ADD CONSTRAINT k CHECK ((b > c)) NOT VALID;
ALTER TABLE public.t VALIDATE CONSTRAINT k;
CREATE STATISTICS public.s ON b, c FROM public.t;
ALTER STATISTICS public.s OWNER TO postgres;
