GRANT ALL ON TABLE public.t TO app;
