-- 42601 until 14: publication schema came with PostgreSQL 15
CREATE PUBLICATION pub FOR TABLES IN SCHEMA public;
