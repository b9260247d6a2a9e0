CREATE TYPE public.e AS ENUM ('a', 'b');
ALTER TABLE public.t ALTER COLUMN x DROP DEFAULT;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t x 'public.e'
ALTER TABLE public.t ALTER COLUMN x TYPE public.e USING x::public.e;
ALTER TABLE public.t ALTER COLUMN x SET DEFAULT 'a'::public.e;
ALTER TYPE public.e OWNER TO postgres;
