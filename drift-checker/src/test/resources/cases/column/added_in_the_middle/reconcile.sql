ALTER TABLE public.t ADD COLUMN b integer;
DROP VIEW public.v;
ALTER TABLE public.t RENAME COLUMN c TO c__old;
ALTER TABLE public.t RENAME COLUMN d TO d__old;
ALTER TABLE public.t RENAME COLUMN e TO e__old;
-- this moves the column to its place: all rows are written again under an ACCESS EXCLUSIVE lock
ALTER TABLE public.t ADD COLUMN c text;
UPDATE public.t SET c = c__old;
ALTER TABLE public.t ALTER COLUMN c SET DEFAULT 'x'::text;
ALTER TABLE public.t ADD CONSTRAINT c_is_not_null CHECK (c IS NOT NULL) NOT VALID;
ALTER TABLE public.t VALIDATE CONSTRAINT c_is_not_null;
ALTER TABLE public.t ALTER COLUMN c SET NOT NULL;
ALTER TABLE public.t DROP CONSTRAINT c_is_not_null;
ALTER TABLE public.t DROP COLUMN c__old;
COMMENT ON COLUMN public.t.c IS 'c';
-- this moves the column to its place: all rows are written again under an ACCESS EXCLUSIVE lock
ALTER TABLE public.t ADD COLUMN d bigint;
UPDATE public.t SET d = d__old;
ALTER SEQUENCE public.t_d_seq OWNED BY public.t.d;
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT nextval('public.t_d_seq'::regclass);
ALTER TABLE public.t ADD CONSTRAINT d_is_not_null CHECK (d IS NOT NULL) NOT VALID;
ALTER TABLE public.t VALIDATE CONSTRAINT d_is_not_null;
ALTER TABLE public.t ALTER COLUMN d SET NOT NULL;
ALTER TABLE public.t DROP CONSTRAINT d_is_not_null;
ALTER TABLE public.t DROP COLUMN d__old;
-- this moves the column to its place: all rows are written again under an ACCESS EXCLUSIVE lock
ALTER TABLE public.t ADD COLUMN e integer;
UPDATE public.t SET e = e__old;
ALTER TABLE public.t ALTER COLUMN e__old DROP IDENTITY;
ALTER TABLE public.t ADD CONSTRAINT e_is_not_null CHECK (e IS NOT NULL) NOT VALID;
ALTER TABLE public.t VALIDATE CONSTRAINT e_is_not_null;
ALTER TABLE public.t ALTER COLUMN e SET NOT NULL;
ALTER TABLE public.t DROP CONSTRAINT e_is_not_null;
ALTER TABLE public.t ALTER COLUMN e ADD GENERATED ALWAYS AS IDENTITY;
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('public.t', 'e'), m.last) FROM (SELECT max(e) AS last FROM public.t) m WHERE m.last IS NOT NULL;
ALTER TABLE public.t DROP COLUMN e__old;
CREATE INDEX CONCURRENTLY t_c ON public.t USING btree (c);
CREATE VIEW public.v AS
    SELECT t.c, t.d FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
