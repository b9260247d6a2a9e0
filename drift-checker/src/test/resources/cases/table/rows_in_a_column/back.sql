-- its values are lost; to drop it step by step: deed expand drop-column public.trips start
-- loses data
ALTER TABLE public.trips DROP COLUMN start;
-- its rows are lost; to drop it step by step: deed expand drop-table public.stops
-- loses data
DROP TABLE public.stops;
-- needs another
ALTER TABLE public.place DROP COLUMN z;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.place x 'integer'
-- needs another
ALTER TABLE public.place ALTER COLUMN x TYPE integer;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.visits at 'public.old_place'
-- needs another
ALTER TABLE public.visits ALTER COLUMN at TYPE public.old_place USING at::text::public.old_place;
-- its rows are lost; to drop it step by step: deed expand drop-table public.new_place
-- loses data
DROP TABLE public.new_place;
