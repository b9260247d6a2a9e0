DROP POLICY p ON public.users;
