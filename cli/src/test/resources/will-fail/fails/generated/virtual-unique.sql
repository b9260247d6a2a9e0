-- 0A000 since 18: a key of a virtual column
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) VIRTUAL UNIQUE);
