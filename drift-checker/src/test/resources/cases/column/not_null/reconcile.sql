ALTER TABLE public.users ADD CONSTRAINT name_is_not_null CHECK (name IS NOT NULL) NOT VALID;
ALTER TABLE public.users VALIDATE CONSTRAINT name_is_not_null;
ALTER TABLE public.users ALTER COLUMN name SET NOT NULL;
ALTER TABLE public.users DROP CONSTRAINT name_is_not_null;
