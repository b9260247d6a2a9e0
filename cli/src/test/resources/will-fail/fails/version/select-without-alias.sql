-- 42601 until 15: select without alias came with PostgreSQL 16
SELECT * FROM (SELECT 1 AS a);
