-- 42601 until 15: such numbers came with PostgreSQL 16
CREATE TABLE t (a int);
-- migration
INSERT INTO t VALUES (0b1);
