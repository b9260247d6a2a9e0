GRANT UPDATE (name) ON TABLE public.users TO app;
