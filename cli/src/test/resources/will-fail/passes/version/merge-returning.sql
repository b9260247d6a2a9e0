-- passes since 17: merge returning
CREATE TABLE t (a int, b int);
-- migration
MERGE INTO t USING (SELECT 1 AS x) AS s ON t.a = s.x WHEN NOT MATCHED THEN INSERT VALUES (s.x, 2) RETURNING t.a;
