CREATE TABLE t (a integer PRIMARY KEY) WITH (fillfactor = 50, toast.autovacuum_enabled = false); ALTER TABLE t CLUSTER ON t_pkey; ALTER TABLE t REPLICA IDENTITY FULL;
