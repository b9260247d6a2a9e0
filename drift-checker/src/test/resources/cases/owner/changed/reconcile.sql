ALTER TABLE public.users OWNER TO app;
