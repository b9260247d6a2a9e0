CREATE POLICY p ON public.users USING ((id > 0));
