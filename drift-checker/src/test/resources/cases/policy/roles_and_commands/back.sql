DROP POLICY p ON public.t;
ALTER TABLE public.t NO FORCE ROW LEVEL SECURITY;
ALTER POLICY q ON public.t TO PUBLIC WITH CHECK ((a > 3));
ALTER POLICY r ON public.t TO app_owner USING (true);
CREATE POLICY p ON public.t FOR SELECT TO app_reader USING ((a > 1));
COMMENT ON POLICY r ON public.t IS NULL;
