-- 2BP01: a table that inherits
CREATE TABLE t (id bigint);
CREATE TABLE u (a int) INHERITS (t);
-- migration
DROP TABLE t;
