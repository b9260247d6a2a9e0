-- 55000 since 17: no expression to change
CREATE TABLE t (a int, b int);
-- migration
ALTER TABLE t ALTER COLUMN b SET EXPRESSION AS (a * 3);
