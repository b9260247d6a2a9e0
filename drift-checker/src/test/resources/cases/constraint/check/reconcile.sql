ALTER TABLE public.users DROP CONSTRAINT name_ok;
ALTER TABLE public.users ADD CONSTRAINT name_ok CHECK ((length(name) > 2)) NOT VALID;
ALTER TABLE public.users VALIDATE CONSTRAINT name_ok;
