-- 42601 until 17: not enforced came with PostgreSQL 18
CREATE TABLE t (a int CHECK (a > 0) NOT ENFORCED);
