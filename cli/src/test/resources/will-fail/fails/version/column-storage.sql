-- 42601 until 15: column storage came with PostgreSQL 16
CREATE TABLE t (a text STORAGE EXTERNAL);
