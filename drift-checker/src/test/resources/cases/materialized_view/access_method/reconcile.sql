-- this rewrites the table under an ACCESS EXCLUSIVE lock
ALTER MATERIALIZED VIEW public.m SET ACCESS METHOD columnar;
-- this copies the table under an ACCESS EXCLUSIVE lock
ALTER MATERIALIZED VIEW public.m SET TABLESPACE fast;
