-- passes since 16: analyze buffers
CREATE TABLE t (a int, b int);
-- migration
ANALYZE (BUFFER_USAGE_LIMIT '1 MB') t;
