DROP INDEX CONCURRENTLY public.users_name;
CREATE UNIQUE INDEX CONCURRENTLY users_name ON public.users USING btree (name);
