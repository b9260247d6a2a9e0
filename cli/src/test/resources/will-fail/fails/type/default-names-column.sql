-- 0A000: another column
CREATE TABLE t (a int, b int DEFAULT a);
