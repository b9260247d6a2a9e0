-- passes since 16: vacuum process main
CREATE TABLE t (a int, b int);
-- migration
-- deed: transaction none
VACUUM (PROCESS_MAIN false) t;
