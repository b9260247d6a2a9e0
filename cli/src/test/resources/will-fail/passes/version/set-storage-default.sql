-- passes since 16: set storage default
CREATE TABLE t (a text);
-- migration
ALTER TABLE t ALTER COLUMN a SET STORAGE DEFAULT;
