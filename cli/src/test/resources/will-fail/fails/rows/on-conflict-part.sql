-- 42P10: a part of a key
CREATE TABLE t (a int, b int, PRIMARY KEY (a, b));
-- migration
INSERT INTO t (a, b) VALUES (1, 2) ON CONFLICT (a) DO UPDATE SET b = 3;
