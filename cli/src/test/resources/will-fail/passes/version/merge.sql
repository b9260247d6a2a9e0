-- passes since 15: merge
CREATE TABLE t (a int, b int);
-- migration
MERGE INTO t USING (SELECT 1 AS x) AS s ON t.a = s.x WHEN NOT MATCHED THEN INSERT VALUES (s.x, 2);
