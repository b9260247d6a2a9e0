DROP RULE r ON public.users;
