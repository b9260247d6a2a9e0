-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t a 'text'
ALTER TABLE public.t ALTER COLUMN a TYPE text;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t b 'text'
ALTER TABLE public.t ALTER COLUMN b TYPE text;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t c 'text[]'
ALTER TABLE public.t ALTER COLUMN c TYPE text[] USING c::text[];
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t d 'integer'
ALTER TABLE public.t ALTER COLUMN d TYPE integer USING d::integer;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t e 'timestamp with time zone'
ALTER TABLE public.t ALTER COLUMN e TYPE timestamp with time zone;
