-- passes: NOT NULL without a default
CREATE TABLE t (a int);
-- migration
ALTER TABLE t ADD COLUMN b text NOT NULL;
