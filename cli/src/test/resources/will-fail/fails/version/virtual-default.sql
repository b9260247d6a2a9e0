-- 42601 until 17: virtual default came with PostgreSQL 18
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2));
