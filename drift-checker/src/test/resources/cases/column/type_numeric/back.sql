-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t a 'numeric(10,2)'
ALTER TABLE public.t ALTER COLUMN a TYPE numeric(10,2);
-- values lose a part; to change it step by step: deed expand change-type public.t b 'numeric(5,1)'
-- loses data
ALTER TABLE public.t ALTER COLUMN b TYPE numeric(5,1);
-- values lose a part; to change it step by step: deed expand change-type public.t c 'real'
-- loses data
ALTER TABLE public.t ALTER COLUMN c TYPE real;
