-- 42601: fewer values than columns
CREATE TABLE t (a int, b int);
-- migration
INSERT INTO t (a, b) VALUES (1);
