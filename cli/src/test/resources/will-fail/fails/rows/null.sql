-- 23502: NULL for NOT NULL
CREATE TABLE t (id bigint PRIMARY KEY, name text NOT NULL);
-- migration
INSERT INTO t (id, name) VALUES (1, NULL);
