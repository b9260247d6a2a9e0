DROP TRIGGER t ON public.users;
