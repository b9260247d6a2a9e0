-- 42601: more values than the table has columns
CREATE TABLE t (a int, b int);
-- migration
INSERT INTO t VALUES (1, 2, 3);
