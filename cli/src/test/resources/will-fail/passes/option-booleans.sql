-- passes
CREATE TABLE a (id int[], n int) WITH (autovacuum_enabled = off, vacuum_truncate = 'f', vacuum_index_cleanup = auto, parallel_workers = 3, toast_tuple_target = 256);
CREATE INDEX i ON a USING gin (id) WITH (fastupdate = 1, gin_pending_list_limit = 128);
CREATE INDEX j ON a (n) WITH (deduplicate_items);
CREATE INDEX k ON a USING brin (n) WITH (pages_per_range = 16, autosummarize = on);
ALTER TABLE a SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_cost_delay = 2.5, autovacuum_freeze_max_age = 200000000);
ALTER TABLE a ALTER n SET (n_distinct = -0.5);
CREATE VIEW v WITH (security_barrier, check_option = local) AS SELECT n FROM a;
