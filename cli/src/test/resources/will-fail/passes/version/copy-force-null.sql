-- passes since 17: copy force null
CREATE TABLE t (a int, b int);
-- migration
COPY t FROM PROGRAM 'echo 1,2' (FORMAT csv, FORCE_NULL *);
