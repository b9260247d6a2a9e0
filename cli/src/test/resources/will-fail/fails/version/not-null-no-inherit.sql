-- 42601 until 17: not null no inherit came with PostgreSQL 18
CREATE TABLE t (a int NOT NULL NO INHERIT);
