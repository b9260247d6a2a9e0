-- 42830: one column for two
CREATE TABLE t (a int, b int, PRIMARY KEY (a, b));
-- migration
CREATE TABLE u (a int, FOREIGN KEY (a) REFERENCES t (a, b));
