ALTER TABLE public.t RESET (autovacuum_vacuum_scale_factor);
ALTER TABLE public.t SET (fillfactor=50);
ALTER TABLE public.t REPLICA IDENTITY FULL;
ALTER TABLE public.t CLUSTER ON t_pkey;
