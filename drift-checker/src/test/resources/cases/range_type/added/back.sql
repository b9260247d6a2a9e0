DROP TYPE public.fr;
