-- 42601 until 15: json object came with PostgreSQL 16
SELECT JSON_OBJECT('a' VALUE 1);
