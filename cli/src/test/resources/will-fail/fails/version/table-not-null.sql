-- 42601 until 17: table not null came with PostgreSQL 18
CREATE TABLE t (a int, CONSTRAINT filled NOT NULL a);
