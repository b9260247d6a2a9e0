CREATE SCHEMA ext;
ALTER SCHEMA ext OWNER TO postgres;
CREATE EXTENSION citext WITH SCHEMA ext;
CREATE EXTENSION pg_trgm WITH SCHEMA ext;
ALTER TABLE public.t ADD COLUMN mail ext.citext;
ALTER TABLE public.t ADD COLUMN name text;
CREATE INDEX CONCURRENTLY i ON public.t USING gin (name ext.gin_trgm_ops);
