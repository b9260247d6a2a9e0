CREATE STATISTICS public.st on id, name from public.users;
ALTER STATISTICS public.st OWNER TO postgres;
