-- passes since 17: merge by source
CREATE TABLE t (a int, b int);
-- migration
MERGE INTO t USING (SELECT 1 AS x) AS s ON t.a = s.x WHEN NOT MATCHED BY SOURCE THEN DELETE;
