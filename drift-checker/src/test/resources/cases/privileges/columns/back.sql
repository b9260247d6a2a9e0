REVOKE DELETE ON TABLE public.t FROM app_reader;
GRANT INSERT ON TABLE public.t TO app_reader;
REVOKE GRANT OPTION FOR UPDATE (a) ON TABLE public.t FROM app_reader;
GRANT SELECT (a) ON TABLE public.t TO app_reader;
REVOKE GRANT OPTION FOR SELECT (b) ON TABLE public.t FROM app_reader;
REVOKE SELECT (c) ON TABLE public.t FROM app_reader;
