-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.events id 'bigint'
ALTER TABLE public.events ALTER COLUMN id TYPE bigint;
ALTER TABLE public.events ADD COLUMN kind text;
