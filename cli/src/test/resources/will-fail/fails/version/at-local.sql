-- 42601 until 16: at local came with PostgreSQL 17
SELECT now() AT LOCAL;
