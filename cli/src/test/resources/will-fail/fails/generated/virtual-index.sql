-- 0A000 since 18: an index on a virtual column
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) VIRTUAL);
-- migration
CREATE INDEX ON t (b);
