COMMENT ON COLUMN public.users.name IS 'a';
