ALTER TABLE public.a DROP CONSTRAINT cx;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.a x 'bigint'
ALTER TABLE public.a ALTER COLUMN x TYPE bigint;
ALTER TABLE public.a ADD COLUMN w text DEFAULT 'q'::text NOT NULL;
ALTER TABLE public.a ADD CONSTRAINT cx CHECK ((x > 0)) NO INHERIT NOT VALID;
ALTER TABLE public.a VALIDATE CONSTRAINT cx;
ALTER TABLE public.c ALTER COLUMN w SET DEFAULT 'r'::text;
