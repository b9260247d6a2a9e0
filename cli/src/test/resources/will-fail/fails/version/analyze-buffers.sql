-- 42601 until 15: analyze buffers came with PostgreSQL 16
CREATE TABLE t (a int, b int);
-- migration
ANALYZE (BUFFER_USAGE_LIMIT '1 MB') t;
