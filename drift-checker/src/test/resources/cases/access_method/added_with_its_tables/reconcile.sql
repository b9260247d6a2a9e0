-- this rewrites the table under an ACCESS EXCLUSIVE lock
ALTER TABLE public.kept SET ACCESS METHOD heap;
-- this rewrites the table under an ACCESS EXCLUSIVE lock
ALTER MATERIALIZED VIEW public.copied SET ACCESS METHOD heap;
DROP ACCESS METHOD rows2;
