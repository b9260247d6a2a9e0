ALTER TABLE public.c INHERIT public.q;
-- remains: column public.c.d
