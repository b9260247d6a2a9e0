-- 42601 until 14: refresh collation version came with PostgreSQL 15
ALTER DATABASE template1 REFRESH COLLATION VERSION;
