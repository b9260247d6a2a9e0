-- 42701: a column twice
CREATE TABLE t (a int, b int);
INSERT INTO t (a, a) VALUES (1, 2);
