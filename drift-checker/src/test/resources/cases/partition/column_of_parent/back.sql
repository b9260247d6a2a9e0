-- its values are lost; to drop it step by step: deed expand drop-column public.events kind
-- loses data
ALTER TABLE public.events DROP COLUMN kind;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.events id 'integer'
ALTER TABLE public.events ALTER COLUMN id TYPE integer;
