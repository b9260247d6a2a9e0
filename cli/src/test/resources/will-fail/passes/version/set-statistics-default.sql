-- passes since 17: set statistics default
CREATE TABLE t (a int, b int);
-- migration
ALTER TABLE t ALTER COLUMN a SET STATISTICS DEFAULT;
