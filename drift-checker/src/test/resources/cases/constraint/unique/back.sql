ALTER TABLE public.users DROP CONSTRAINT users_name_key;
CREATE UNIQUE INDEX CONCURRENTLY users_name_key ON public.users USING btree (name);
ALTER TABLE public.users ADD CONSTRAINT users_name_key UNIQUE USING INDEX users_name_key;
