-- 42883 until 15: json array came with PostgreSQL 16
SELECT JSON_ARRAY(1, 2);
