-- 42601: a default of a generated column
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED);
-- migration
ALTER TABLE t ALTER COLUMN b SET DEFAULT 1;
