-- 42601 until 14: nulls not distinct came with PostgreSQL 15
CREATE TABLE t (a int UNIQUE NULLS NOT DISTINCT);
