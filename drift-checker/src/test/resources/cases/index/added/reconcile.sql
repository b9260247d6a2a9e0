CREATE INDEX CONCURRENTLY users_name ON public.users USING hash (name);
