-- passes: assigned and inserted
CREATE TABLE t (a int PRIMARY KEY, b int);
-- migration
INSERT INTO t (a, b) VALUES (1, 2) ON CONFLICT (a) DO UPDATE SET b = 3, a = 2;
