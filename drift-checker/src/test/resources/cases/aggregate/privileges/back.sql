REVOKE EXECUTE ON FUNCTION public.number() FROM pg_monitor;
GRANT EXECUTE ON FUNCTION public.number() TO PUBLIC;
REVOKE EXECUTE ON FUNCTION public.percent(double precision, anyelement) FROM pg_monitor;
GRANT EXECUTE ON FUNCTION public.percent(double precision, anyelement) TO PUBLIC;
REVOKE EXECUTE ON FUNCTION public.place("any") FROM pg_monitor;
GRANT EXECUTE ON FUNCTION public.place("any") TO PUBLIC;
