-- this rewrites the table under an ACCESS EXCLUSIVE lock
ALTER MATERIALIZED VIEW public.m SET ACCESS METHOD heap;
-- this copies the table under an ACCESS EXCLUSIVE lock
ALTER MATERIALIZED VIEW public.m SET TABLESPACE pg_default;
-- remains: materialized view public.m
