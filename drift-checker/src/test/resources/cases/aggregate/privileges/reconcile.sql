GRANT EXECUTE ON FUNCTION public.number() TO pg_monitor;
REVOKE ALL ON FUNCTION public.number() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.percent(double precision, anyelement) TO pg_monitor;
REVOKE ALL ON FUNCTION public.percent(double precision, anyelement) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.place("any") TO pg_monitor;
REVOKE ALL ON FUNCTION public.place("any") FROM PUBLIC;
