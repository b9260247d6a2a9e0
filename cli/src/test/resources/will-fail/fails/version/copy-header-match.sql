-- 42601 until 14: copy header match came with PostgreSQL 15
CREATE TABLE t (a int, b int);
-- migration
COPY t FROM PROGRAM 'echo a,b' (FORMAT csv, HEADER match);
