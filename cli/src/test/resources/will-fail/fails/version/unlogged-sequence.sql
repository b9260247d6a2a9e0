-- 0A000 until 14: unlogged sequence came with PostgreSQL 15
CREATE UNLOGGED SEQUENCE s;
