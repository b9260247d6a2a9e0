ALTER TABLE public.t ALTER COLUMN a TYPE numeric(12,2);
ALTER TABLE public.t ALTER COLUMN b TYPE numeric;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t c 'double precision'
ALTER TABLE public.t ALTER COLUMN c TYPE double precision;
