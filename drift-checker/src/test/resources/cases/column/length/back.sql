-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t a 'character varying(10)'
ALTER TABLE public.t ALTER COLUMN a TYPE character varying(10);
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t b 'numeric(5,2)'
ALTER TABLE public.t ALTER COLUMN b TYPE numeric(5,2);
