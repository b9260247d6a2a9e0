-- 42883
CREATE TABLE t (f int[]);
-- migration
ALTER TABLE t ADD COLUMN n int GENERATED ALWAYS AS (length(f)) STORED;
