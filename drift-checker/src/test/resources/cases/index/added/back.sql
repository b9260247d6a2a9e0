DROP INDEX CONCURRENTLY public.users_name;
