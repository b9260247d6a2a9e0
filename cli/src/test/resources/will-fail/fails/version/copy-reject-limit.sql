-- 42601 until 17: copy reject limit came with PostgreSQL 18
CREATE TABLE t (a int, b int);
-- migration
COPY t FROM PROGRAM 'echo 1,x' (FORMAT csv, ON_ERROR ignore, REJECT_LIMIT 3);
