-- passes since 15: copy header match
CREATE TABLE t (a int, b int);
-- migration
COPY t FROM PROGRAM 'echo a,b' (FORMAT csv, HEADER match);
