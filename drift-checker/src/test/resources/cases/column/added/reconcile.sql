ALTER TABLE public.users ADD COLUMN email text DEFAULT 'x'::text NOT NULL;
COMMENT ON COLUMN public.users.email IS 'e';
