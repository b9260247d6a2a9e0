DROP VIEW public.v;
DROP INDEX CONCURRENTLY public.i;
ALTER TABLE public.t ADD COLUMN b integer;
CREATE INDEX CONCURRENTLY i ON public.t USING btree (b, c);
ALTER TABLE public.t ADD CONSTRAINT k CHECK ((b > c)) NOT VALID;
ALTER TABLE public.t VALIDATE CONSTRAINT k;
CREATE VIEW public.v AS
    select t.a, t.b from public.t;
ALTER VIEW public.v OWNER TO postgres;
CREATE STATISTICS public.s on b, c from public.t;
ALTER STATISTICS public.s OWNER TO postgres;
-- needs another
ALTER TABLE public.t RENAME COLUMN c TO c__old;
-- this moves the column to its place: all rows are written again under an ACCESS EXCLUSIVE lock
-- rewrites table
ALTER TABLE public.t ADD COLUMN c integer;
-- needs another
UPDATE public.t SET c = c__old;
-- needs another
ALTER TABLE public.t DROP COLUMN c__old;
-- needs another
CREATE INDEX CONCURRENTLY i ON public.t USING btree (b, c);
-- needs another
CREATE INDEX CONCURRENTLY j ON public.t USING btree (c);
-- needs another
ALTER TABLE public.t ADD CONSTRAINT k CHECK ((b > c)) NOT VALID;
-- needs another
ALTER TABLE public.t VALIDATE CONSTRAINT k;
-- needs another
CREATE STATISTICS public.s on b, c from public.t;
-- needs another
ALTER STATISTICS public.s OWNER TO postgres;
