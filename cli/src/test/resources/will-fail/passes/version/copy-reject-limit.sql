-- passes since 18: copy reject limit
CREATE TABLE t (a int, b int);
-- migration
COPY t FROM PROGRAM 'echo 1,x' (FORMAT csv, ON_ERROR ignore, REJECT_LIMIT 3);
