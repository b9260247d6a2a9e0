DROP POLICY p ON public.t;
DROP POLICY q ON public.t;
ALTER TABLE public.t FORCE ROW LEVEL SECURITY;
ALTER POLICY r ON public.t TO PUBLIC USING ((b = 'x'::text));
CREATE POLICY p ON public.t FOR INSERT TO app_reader WITH CHECK ((a > 1));
CREATE POLICY q ON public.t AS RESTRICTIVE FOR UPDATE TO app_owner, app_reader USING ((a > 2));
COMMENT ON POLICY r ON public.t IS 'r';
