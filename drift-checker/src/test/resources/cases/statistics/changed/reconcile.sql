DROP STATISTICS public.s;
ALTER STATISTICS public.u SET STATISTICS -1;
CREATE STATISTICS public.e ON lower(c), (a + 1) FROM public.t;
ALTER STATISTICS public.e OWNER TO postgres;
COMMENT ON STATISTICS public.e IS 'e';
CREATE STATISTICS public.s (mcv, ndistinct) ON a, b, c FROM public.t;
ALTER STATISTICS public.s OWNER TO postgres;
