-- passes: fewer values than the table has columns
CREATE TABLE t (a int, b int DEFAULT 2);
-- migration
INSERT INTO t VALUES (1);
INSERT INTO t VALUES (1, 2), (3, 4);
INSERT INTO t (b, a) VALUES ((SELECT 1), coalesce(1, 2)), ((ARRAY[1, 2])[1], 3);
INSERT INTO t DEFAULT VALUES;
INSERT INTO t SELECT 1;
INSERT INTO t (a, b) SELECT 1, 2;
