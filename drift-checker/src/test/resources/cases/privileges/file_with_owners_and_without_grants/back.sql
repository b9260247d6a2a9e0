GRANT SELECT ON TABLE public.users TO reader;
