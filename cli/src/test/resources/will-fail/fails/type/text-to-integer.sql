-- 42804: no automatic cast
CREATE TABLE t (a text);
-- migration
ALTER TABLE t ALTER COLUMN a TYPE int;
