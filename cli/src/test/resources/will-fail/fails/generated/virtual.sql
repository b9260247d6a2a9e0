-- 42601 until 17: a virtual column
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) VIRTUAL);
