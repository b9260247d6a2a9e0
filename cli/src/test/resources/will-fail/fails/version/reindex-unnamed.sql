-- 42601 until 15: reindex unnamed came with PostgreSQL 16
-- deed: transaction none
REINDEX DATABASE;
