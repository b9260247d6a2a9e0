-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.users id 'integer'
ALTER TABLE public.users ALTER COLUMN id TYPE integer;
