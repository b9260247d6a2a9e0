REVOKE INSERT ON TABLE public.t FROM app_reader;
GRANT DELETE ON TABLE public.t TO app_reader;
REVOKE SELECT (a) ON TABLE public.t FROM app_reader;
GRANT UPDATE (a) ON TABLE public.t TO app_reader WITH GRANT OPTION;
GRANT SELECT (b) ON TABLE public.t TO app_reader WITH GRANT OPTION;
GRANT SELECT (c) ON TABLE public.t TO app_reader WITH GRANT OPTION;
