-- 428C9: a value for it
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED);
-- migration
INSERT INTO t (a, b) VALUES (1, 2);
