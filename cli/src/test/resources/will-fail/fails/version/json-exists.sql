-- 42883 until 16: json exists came with PostgreSQL 17
SELECT JSON_EXISTS(jsonb '[1]', '$[0]');
