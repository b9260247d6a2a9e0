-- 42P17: one of another
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED);
-- migration
ALTER TABLE t ADD COLUMN c int GENERATED ALWAYS AS (b + 1) STORED;
