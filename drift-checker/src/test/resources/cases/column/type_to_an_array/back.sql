-- values lose a part; to change it step by step: deed expand change-type public.t c 'integer'
-- loses data
ALTER TABLE public.t ALTER COLUMN c TYPE integer USING c[1]::integer;
