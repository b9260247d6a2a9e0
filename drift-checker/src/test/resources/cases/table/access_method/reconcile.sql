-- this rewrites the table under an ACCESS EXCLUSIVE lock
ALTER TABLE public.t SET ACCESS METHOD heap2;
-- this rewrites the table under an ACCESS EXCLUSIVE lock
ALTER TABLE public.u SET ACCESS METHOD heap;
