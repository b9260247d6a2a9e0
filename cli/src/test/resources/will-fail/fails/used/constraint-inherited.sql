-- 42P16: a parent's check
CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0));
CREATE TABLE u (b int) INHERITS (t);
-- migration
ALTER TABLE u DROP CONSTRAINT c;
