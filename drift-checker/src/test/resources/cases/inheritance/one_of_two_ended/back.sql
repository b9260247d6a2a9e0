ALTER TABLE public.c INHERIT public.q;
