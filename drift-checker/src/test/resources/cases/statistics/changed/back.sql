DROP STATISTICS public.e;
DROP STATISTICS public.s;
ALTER STATISTICS public.u set statistics 100;
CREATE STATISTICS public.s (ndistinct) on a, b from public.t;
ALTER STATISTICS public.s OWNER TO postgres;
