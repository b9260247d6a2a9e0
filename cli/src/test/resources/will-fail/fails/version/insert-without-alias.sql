-- 42601 until 15: insert without alias came with PostgreSQL 16
CREATE TABLE t (a int, b int);
-- migration
INSERT INTO t SELECT * FROM (SELECT 1, 2);
