-- 42601 until 18: all sequences came with PostgreSQL 19
CREATE PUBLICATION pub FOR ALL SEQUENCES;
