ALTER POLICY p ON public.users TO app, reader USING ((id > 1));
