-- 42704: there is no primary key for referenced table
CREATE TYPE pair AS (a int, b int);
CREATE TABLE t OF pair;
CREATE TABLE u (a int REFERENCES t);
