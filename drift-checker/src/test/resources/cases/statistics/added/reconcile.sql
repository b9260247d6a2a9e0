CREATE STATISTICS public.st ON id, name FROM public.users;
ALTER STATISTICS public.st OWNER TO postgres;
