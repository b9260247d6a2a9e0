ALTER TABLE public.t DROP CONSTRAINT t_up_fkey;
