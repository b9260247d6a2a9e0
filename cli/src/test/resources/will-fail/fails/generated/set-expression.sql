-- 42601 until 16: a new expression
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED);
-- migration
ALTER TABLE t ALTER COLUMN b SET EXPRESSION AS (a * 3);
