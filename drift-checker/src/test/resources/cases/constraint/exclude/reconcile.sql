ALTER TABLE public.r ADD CONSTRAINT r_during_excl EXCLUDE USING gist (during WITH &&);
