-- passes since 16: vacuum skip statistics
CREATE TABLE t (a int, b int);
-- migration
-- deed: transaction none
VACUUM (SKIP_DATABASE_STATS) t;
