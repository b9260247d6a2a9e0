-- passes since 17: set expression
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED);
-- migration
ALTER TABLE t ALTER COLUMN b SET EXPRESSION AS (a + 2);
