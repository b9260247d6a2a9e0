CREATE EXTENSION pg_trgm WITH SCHEMA public;
CREATE INDEX CONCURRENTLY users_name ON public.users USING gin (name public.gin_trgm_ops);
