ALTER TABLE public.r DROP CONSTRAINT r_during_excl;
