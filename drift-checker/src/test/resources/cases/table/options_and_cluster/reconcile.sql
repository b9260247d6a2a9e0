ALTER TABLE public.t SET (autovacuum_vacuum_scale_factor=0.2, fillfactor=60);
ALTER TABLE public.t REPLICA IDENTITY nothing;
ALTER TABLE public.t SET WITHOUT CLUSTER;
