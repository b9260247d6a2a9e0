-- passes: dropped with what it is for
CREATE TABLE t (id bigint PRIMARY KEY, a int, b int GENERATED ALWAYS AS (a * 2) STORED);
-- migration
ALTER TABLE t DROP COLUMN b, DROP COLUMN a;
