-- 42601: an assignment twice
CREATE TABLE t (a int, b int);
UPDATE t SET a = 1, a = 2;
