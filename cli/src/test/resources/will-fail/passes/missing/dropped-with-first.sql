-- passes: the first takes the second with it
CREATE TABLE t (a int);
CREATE TABLE u (b int) INHERITS (t);
-- migration
DROP TABLE t, u CASCADE;
