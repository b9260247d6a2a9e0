-- 42883 until 16: json scalar came with PostgreSQL 17
SELECT JSON_SCALAR(1);
