-- 0A000 until 16: partitioned using came with PostgreSQL 17
CREATE TABLE t (a int) PARTITION BY LIST (a) USING heap;
