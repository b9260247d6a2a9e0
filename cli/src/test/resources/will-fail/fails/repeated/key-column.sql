-- 42701: a key with one column twice
CREATE TABLE t (a int, b int, UNIQUE (a, a));
