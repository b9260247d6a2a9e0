-- 42601 until 15: view without alias came with PostgreSQL 16
CREATE VIEW v AS SELECT a FROM (SELECT 1 AS a);
