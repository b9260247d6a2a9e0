REVOKE SELECT ON TABLE public.users FROM reader;
