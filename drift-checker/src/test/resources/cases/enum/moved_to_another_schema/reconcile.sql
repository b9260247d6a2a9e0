CREATE TYPE s.e AS ENUM ('a');
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t c 's.e'
ALTER TABLE public.t ALTER COLUMN c TYPE s.e USING c::text::s.e;
DROP TYPE public.e;
ALTER TYPE s.e OWNER TO postgres;
