-- 42P16: a parent's column
CREATE TABLE t (id bigint, a int);
CREATE TABLE u (b int) INHERITS (t);
-- migration
ALTER TABLE u DROP COLUMN a;
