-- passes: SET NOT NULL of children
CREATE TABLE t (a int, b int);
CREATE TABLE u (c int) INHERITS (t);
-- migration
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0);
