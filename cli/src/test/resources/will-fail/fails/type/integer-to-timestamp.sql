-- 42804: no automatic cast
CREATE TABLE t (a bigint);
-- migration
ALTER TABLE t ALTER COLUMN a TYPE timestamptz;
