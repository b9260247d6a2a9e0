-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t c 'integer[]'
ALTER TABLE public.t ALTER COLUMN c TYPE integer[] USING CASE WHEN c IS NOT NULL THEN ARRAY[c]::integer[] END;
