GRANT SELECT ON TABLE public.t TO app_reader;
