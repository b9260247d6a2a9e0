ALTER FOREIGN TABLE public.ft OPTIONS (SET x 'b');
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.ft a 'bigint'
ALTER TABLE public.ft ALTER COLUMN a TYPE bigint;
