ALTER TABLE public.t ADD COLUMN b integer;
-- needs another
DROP VIEW public.v;
-- needs another
ALTER TABLE public.t RENAME COLUMN c TO c__old;
-- needs another
ALTER TABLE public.t RENAME COLUMN d TO d__old;
-- needs another
ALTER TABLE public.t RENAME COLUMN e TO e__old;
-- this moves the column to its place: all rows are written again under an ACCESS EXCLUSIVE lock
-- rewrites table
ALTER TABLE public.t ADD COLUMN c text;
-- needs another
UPDATE public.t SET c = c__old;
-- needs another
ALTER TABLE public.t ALTER COLUMN c SET DEFAULT 'x'::text;
-- needs another
ALTER TABLE public.t ADD CONSTRAINT c_is_not_null CHECK (c IS NOT NULL) NOT VALID;
-- needs another
ALTER TABLE public.t VALIDATE CONSTRAINT c_is_not_null;
-- needs another
ALTER TABLE public.t ALTER COLUMN c SET NOT NULL;
-- needs another
ALTER TABLE public.t DROP CONSTRAINT c_is_not_null;
-- needs another
ALTER TABLE public.t DROP COLUMN c__old;
-- needs another
COMMENT ON COLUMN public.t.c IS 'c';
-- this moves the column to its place: all rows are written again under an ACCESS EXCLUSIVE lock
-- rewrites table
ALTER TABLE public.t ADD COLUMN d bigint;
-- needs another
UPDATE public.t SET d = d__old;
-- needs another
ALTER SEQUENCE public.t_d_seq OWNED BY public.t.d;
-- needs another
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT nextval('public.t_d_seq'::regclass);
-- needs another
ALTER TABLE public.t ADD CONSTRAINT d_is_not_null CHECK (d IS NOT NULL) NOT VALID;
-- needs another
ALTER TABLE public.t VALIDATE CONSTRAINT d_is_not_null;
-- needs another
ALTER TABLE public.t ALTER COLUMN d SET NOT NULL;
-- needs another
ALTER TABLE public.t DROP CONSTRAINT d_is_not_null;
-- needs another
ALTER TABLE public.t DROP COLUMN d__old;
-- this moves the column to its place: all rows are written again under an ACCESS EXCLUSIVE lock
-- rewrites table
ALTER TABLE public.t ADD COLUMN e integer;
-- needs another
UPDATE public.t SET e = e__old;
-- needs another
ALTER TABLE public.t ALTER COLUMN e__old DROP IDENTITY;
-- needs another
ALTER TABLE public.t ADD CONSTRAINT e_is_not_null CHECK (e IS NOT NULL) NOT VALID;
-- needs another
ALTER TABLE public.t VALIDATE CONSTRAINT e_is_not_null;
-- needs another
ALTER TABLE public.t ALTER COLUMN e SET NOT NULL;
-- needs another
ALTER TABLE public.t DROP CONSTRAINT e_is_not_null;
-- needs another
ALTER TABLE public.t ALTER COLUMN e ADD GENERATED ALWAYS AS IDENTITY;
-- needs another
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('public.t', 'e'), m.last) FROM (SELECT max(e) AS last FROM public.t) m WHERE m.last IS NOT NULL;
-- needs another
ALTER TABLE public.t DROP COLUMN e__old;
-- needs another
CREATE INDEX CONCURRENTLY t_c ON public.t USING btree (c);
-- needs another
CREATE VIEW public.v AS
    select t.c, t.d from public.t;
-- needs another
ALTER VIEW public.v OWNER TO postgres;
