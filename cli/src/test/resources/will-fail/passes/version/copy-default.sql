-- passes since 16: copy default
CREATE TABLE t (a int, b int DEFAULT 7);
-- migration
COPY t FROM PROGRAM 'echo 1,x' (FORMAT csv, DEFAULT 'x');
