-- 42883 until 16: json value came with PostgreSQL 17
SELECT JSON_VALUE(jsonb '[1]', '$[0]');
