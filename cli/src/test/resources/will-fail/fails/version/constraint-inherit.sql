-- 42601 until 17: constraint inherit came with PostgreSQL 18
CREATE TABLE t (a int CONSTRAINT filled NOT NULL NO INHERIT);
