-- 42601 until 17: without overlaps came with PostgreSQL 18
CREATE TABLE t (a int4range, b daterange, PRIMARY KEY (a, b WITHOUT OVERLAPS));
