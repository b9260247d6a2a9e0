-- passes since 18: vacuum only
CREATE TABLE t (a int, b int);
-- migration
-- deed: transaction none
VACUUM ONLY t;
