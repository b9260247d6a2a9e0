-- passes until 14: dropped with it
CREATE TABLE t (id bigint PRIMARY KEY, a int, b int GENERATED ALWAYS AS (a * 2) STORED);
-- migration
ALTER TABLE t DROP COLUMN a;
