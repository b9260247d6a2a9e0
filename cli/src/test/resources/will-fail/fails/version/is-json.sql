-- 42601 until 15: is json came with PostgreSQL 16
SELECT '{}' IS JSON OBJECT;
