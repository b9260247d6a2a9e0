-- 0A000 since 18: a table with a check, and a new expression of a virtual column
CREATE TABLE t (a int CHECK (a > 0), b int GENERATED ALWAYS AS (a * 2) VIRTUAL);
-- migration
ALTER TABLE t ALTER COLUMN b SET EXPRESSION AS (a * 3);
