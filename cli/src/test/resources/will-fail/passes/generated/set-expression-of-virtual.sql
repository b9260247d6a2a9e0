-- passes since 18: no check, or a stored column
CREATE TABLE t (a int NOT NULL, b int GENERATED ALWAYS AS (a * 2) VIRTUAL);
CREATE TABLE u (a int CHECK (a > 0), b int GENERATED ALWAYS AS (a * 2) STORED);
-- migration
ALTER TABLE t ALTER COLUMN b SET EXPRESSION AS (a * 3);
ALTER TABLE u ALTER COLUMN b SET EXPRESSION AS (a * 3);
