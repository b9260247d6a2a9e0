ALTER POLICY p ON public.users TO reader USING ((id > 0));
