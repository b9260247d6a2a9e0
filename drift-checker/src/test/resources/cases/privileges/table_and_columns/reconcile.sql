REVOKE SELECT ON TABLE public.t FROM app_reader;
GRANT SELECT (a) ON TABLE public.t TO app_reader;
