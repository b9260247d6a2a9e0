-- passes since 16: insert without alias
CREATE TABLE t (a int, b int);
-- migration
INSERT INTO t SELECT * FROM (SELECT 1, 2);
