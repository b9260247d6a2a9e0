-- 42601 until 14: SKIP of a subscription came with PostgreSQL 15
ALTER SUBSCRIPTION s SKIP (lsn = NONE);
