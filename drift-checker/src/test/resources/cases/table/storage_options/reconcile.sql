ALTER TABLE public.users SET (autovacuum_enabled=FALSE, fillfactor=70);
