-- 42830: one column for a key of two
CREATE TABLE t (a int, b int, PRIMARY KEY (a, b));
-- migration
CREATE TABLE u (a int REFERENCES t);
