-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t a 'integer'
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t b 'jsonb'
ALTER TABLE public.t ALTER COLUMN b TYPE jsonb USING b::jsonb;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t c 'integer[]'
ALTER TABLE public.t ALTER COLUMN c TYPE integer[] USING c::integer[];
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t d 'boolean'
ALTER TABLE public.t ALTER COLUMN d TYPE boolean USING d::boolean;
-- values lose a part; to change it step by step: deed expand change-type public.t e 'date'
-- loses data
ALTER TABLE public.t ALTER COLUMN e TYPE date;
