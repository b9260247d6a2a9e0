-- 42601 until 15: json objectagg came with PostgreSQL 16
SELECT JSON_OBJECTAGG('a' : 1);
