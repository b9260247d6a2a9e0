-- 42601: more values than columns
CREATE TABLE t (a int, b int);
-- migration
INSERT INTO t (a) VALUES (1, 2);
