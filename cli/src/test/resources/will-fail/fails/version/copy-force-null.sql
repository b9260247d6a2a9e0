-- 22023 until 16: copy force null came with PostgreSQL 17
CREATE TABLE t (a int, b int);
-- migration
COPY t FROM PROGRAM 'echo 1,2' (FORMAT csv, FORCE_NULL *);
