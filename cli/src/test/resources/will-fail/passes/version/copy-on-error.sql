-- passes since 17: copy on error
CREATE TABLE t (a int, b int);
-- migration
COPY t FROM PROGRAM 'echo 1,x' (FORMAT csv, ON_ERROR ignore);
