ALTER TABLE public.t NOT OF;
ALTER TABLE public.u OF public.c;
