-- 42601 until 15: copy default came with PostgreSQL 16
CREATE TABLE t (a int, b int DEFAULT 7);
-- migration
COPY t FROM PROGRAM 'echo 1,x' (FORMAT csv, DEFAULT 'x');
