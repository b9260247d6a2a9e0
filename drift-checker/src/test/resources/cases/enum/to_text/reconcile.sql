ALTER TABLE public.t ALTER COLUMN x DROP DEFAULT;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t x 'text'
ALTER TABLE public.t ALTER COLUMN x TYPE text USING x::text;
ALTER TABLE public.t ALTER COLUMN x SET DEFAULT 'a'::text;
DROP TYPE public.e;
