-- 42601 until 18: conflict select came with PostgreSQL 19
CREATE TABLE t (a int UNIQUE);
-- migration
INSERT INTO t VALUES (1) ON CONFLICT (a) DO SELECT RETURNING a;
