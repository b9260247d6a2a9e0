ALTER TABLE public.c DROP CONSTRAINT c_p_fkey;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.c p 'integer'
ALTER TABLE public.c ALTER COLUMN p TYPE integer;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.p id 'integer'
ALTER TABLE public.p ALTER COLUMN id TYPE integer;
ALTER TABLE public.c ADD CONSTRAINT c_p_fkey FOREIGN KEY (p) REFERENCES public.p(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE public.c VALIDATE CONSTRAINT c_p_fkey;
