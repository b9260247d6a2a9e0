-- passes: a check of parent and child
CREATE TABLE t (a int);
CREATE TABLE u (b int, CONSTRAINT c CHECK (a > 0)) INHERITS (t);
-- migration
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0);
