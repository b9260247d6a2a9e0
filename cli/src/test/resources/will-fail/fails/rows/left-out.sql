-- 23502: nothing for NOT NULL
CREATE TABLE t (id bigint PRIMARY KEY, name text NOT NULL);
-- migration
INSERT INTO t (id) VALUES (1);
