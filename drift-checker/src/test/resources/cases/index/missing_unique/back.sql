CREATE UNIQUE INDEX CONCURRENTLY users_name ON public.users USING btree ((lower(name)));
