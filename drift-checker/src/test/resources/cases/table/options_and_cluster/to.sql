CREATE TABLE t (a integer PRIMARY KEY) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.2); ALTER TABLE t REPLICA IDENTITY NOTHING;
