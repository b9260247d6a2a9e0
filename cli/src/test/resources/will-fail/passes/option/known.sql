-- passes: known
CREATE TABLE a (id bigint, name text) WITH (fillfactor = 70, autovacuum_enabled = false, toast.autovacuum_enabled = false, parallel_workers = 2);
ALTER TABLE a SET (autovacuum_vacuum_scale_factor = 0.01, toast_tuple_target = 200);
ALTER TABLE a RESET (fillfactor);
ALTER TABLE a ALTER COLUMN id SET (n_distinct = -0.5);
CREATE VIEW v WITH (security_barrier, check_option = local) AS SELECT id FROM a;
