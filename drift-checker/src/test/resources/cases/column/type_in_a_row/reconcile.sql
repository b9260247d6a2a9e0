-- its values are lost; to drop it step by step: deed expand drop-column public.t x
-- loses data
ALTER TABLE public.t DROP COLUMN x;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.p a 'bigint'
-- needs another
ALTER TABLE public.p ALTER COLUMN a TYPE bigint;
-- needs another
ALTER TABLE public.t ADD COLUMN x public.p;
