-- passes
CREATE TABLE a (id int, t text) WITH (toast.autovacuum_enabled = false, toast.autovacuum_vacuum_scale_factor = 0.1);
