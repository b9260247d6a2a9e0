ALTER INDEX public.users_name RENAME TO users_name__old;
CREATE INDEX CONCURRENTLY users_name ON public.users USING btree (name);
DROP INDEX CONCURRENTLY public.users_name__old;
