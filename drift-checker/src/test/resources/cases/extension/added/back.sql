DROP INDEX CONCURRENTLY public.users_name;
-- what its objects keep is lost
-- loses data
DROP EXTENSION pg_trgm;
