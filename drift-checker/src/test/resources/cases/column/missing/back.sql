ALTER TABLE public.users ADD COLUMN email text;
CREATE INDEX CONCURRENTLY users_email ON public.users USING btree (email);
