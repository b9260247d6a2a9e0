-- passes: an index on a stored column
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED);
-- migration
CREATE UNIQUE INDEX ON t (b);
