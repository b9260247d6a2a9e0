REVOKE UPDATE (name) ON TABLE public.users FROM app;
