-- 42830: a part of the key
CREATE TABLE t (a int, b int, PRIMARY KEY (a, b));
-- migration
CREATE TABLE u (a int REFERENCES t (a));
