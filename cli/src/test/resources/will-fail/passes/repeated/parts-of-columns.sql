-- passes: parts of one column
CREATE TYPE pair AS (a int, b int);
CREATE TABLE t (f int[], p pair);
-- migration
INSERT INTO t (f[1], f[2]) VALUES (1, 2);
INSERT INTO t (p.a, p.b) VALUES (1, 2);
