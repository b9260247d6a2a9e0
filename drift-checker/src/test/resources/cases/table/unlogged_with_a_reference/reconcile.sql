-- this rewrites the table under an ACCESS EXCLUSIVE lock
ALTER TABLE public.c SET UNLOGGED;
-- this rewrites the table under an ACCESS EXCLUSIVE lock
ALTER TABLE public.p SET UNLOGGED;
