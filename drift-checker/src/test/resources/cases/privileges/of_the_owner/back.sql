GRANT ALL ON FUNCTION public.f() TO app_owner;
GRANT ALL ON TABLE public.t TO app_owner;
