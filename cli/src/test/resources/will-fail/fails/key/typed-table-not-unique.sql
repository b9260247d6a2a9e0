-- 42830: there is no unique constraint matching given keys
CREATE TYPE pair AS (a int, b int);
CREATE TABLE t OF pair (PRIMARY KEY (a));
CREATE TABLE u (a int REFERENCES t (b));
