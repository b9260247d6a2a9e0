-- this rewrites the table under an ACCESS EXCLUSIVE lock
ALTER TABLE public.users SET LOGGED;
