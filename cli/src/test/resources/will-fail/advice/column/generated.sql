-- passes: a stored column
CREATE TABLE t (a int);
-- migration
ALTER TABLE t ADD COLUMN b int GENERATED ALWAYS AS (a * 2) STORED;
