-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t a 'date'
ALTER TABLE public.t ALTER COLUMN a TYPE date USING a::text::date;
