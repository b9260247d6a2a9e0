-- this rewrites the table under an ACCESS EXCLUSIVE lock
ALTER TABLE public.p SET LOGGED;
-- this rewrites the table under an ACCESS EXCLUSIVE lock
ALTER TABLE public.c SET LOGGED;
