-- 42804: no automatic cast
CREATE TABLE t (a int);
-- migration
ALTER TABLE t ALTER COLUMN a TYPE boolean;
