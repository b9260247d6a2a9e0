CREATE TYPE public.e AS ENUM ('a');
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t c 'public.e'
ALTER TABLE public.t ALTER COLUMN c TYPE public.e USING c::text::public.e;
DROP TYPE s.e;
ALTER TYPE public.e OWNER TO postgres;
