COMMENT ON TABLE public.users IS 'humans';
