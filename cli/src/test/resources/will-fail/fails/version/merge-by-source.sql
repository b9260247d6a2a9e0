-- 42601 until 16: merge by source came with PostgreSQL 17
CREATE TABLE t (a int, b int);
-- migration
MERGE INTO t USING (SELECT 1 AS x) AS s ON t.a = s.x WHEN NOT MATCHED BY SOURCE THEN DELETE;
