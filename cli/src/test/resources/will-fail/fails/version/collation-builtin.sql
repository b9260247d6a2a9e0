-- 42P17 until 16: the provider builtin came with PostgreSQL 17
CREATE COLLATION plain (provider = builtin, locale = 'C');
