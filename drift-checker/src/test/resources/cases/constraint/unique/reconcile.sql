CREATE UNIQUE INDEX CONCURRENTLY users_name_key__new ON public.users USING btree (name) NULLS NOT DISTINCT;
ALTER TABLE public.users DROP CONSTRAINT users_name_key, ADD CONSTRAINT users_name_key UNIQUE USING INDEX users_name_key__new;
