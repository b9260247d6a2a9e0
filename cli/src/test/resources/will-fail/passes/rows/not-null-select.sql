-- passes: no row
CREATE TABLE t (id bigint PRIMARY KEY, name text NOT NULL);
-- migration
INSERT INTO t (id) SELECT id FROM t;
