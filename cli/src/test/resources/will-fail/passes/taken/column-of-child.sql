-- passes: a column that children have
CREATE TABLE t (a int);
CREATE TABLE u (b int) INHERITS (t);
-- migration
ALTER TABLE t ADD COLUMN b int;
