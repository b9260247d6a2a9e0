DROP INDEX CONCURRENTLY public.users_name;
CREATE INDEX CONCURRENTLY users_name ON public.users USING btree (name DESC) INCLUDE (id) WHERE ((id > 5));
