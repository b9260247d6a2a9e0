-- 42601 until 15: grant inherit came with PostgreSQL 16
CREATE ROLE newer_a;
CREATE ROLE newer_b;
GRANT newer_a TO newer_b WITH INHERIT FALSE;
DROP ROLE newer_a, newer_b;
