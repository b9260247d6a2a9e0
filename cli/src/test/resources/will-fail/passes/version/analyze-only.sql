-- passes since 18: analyze only
CREATE TABLE t (a int, b int);
-- migration
ANALYZE ONLY t;
