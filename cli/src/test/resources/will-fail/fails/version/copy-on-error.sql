-- 42601 until 16: copy on error came with PostgreSQL 17
CREATE TABLE t (a int, b int);
-- migration
COPY t FROM PROGRAM 'echo 1,x' (FORMAT csv, ON_ERROR ignore);
