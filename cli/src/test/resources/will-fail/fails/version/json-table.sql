-- 42601 until 16: json table came with PostgreSQL 17
SELECT * FROM JSON_TABLE(jsonb '[1]', '$[*]' COLUMNS (a int PATH '$')) AS t;
