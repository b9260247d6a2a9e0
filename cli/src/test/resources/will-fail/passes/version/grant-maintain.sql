-- passes since 17: grant maintain
CREATE TABLE t (a int, b int);
-- migration
GRANT MAINTAIN ON t TO PUBLIC;
