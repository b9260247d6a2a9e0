-- 42601 until 15: grant admin true came with PostgreSQL 16
CREATE ROLE newer_a;
CREATE ROLE newer_b;
GRANT newer_a TO newer_b WITH ADMIN TRUE;
DROP ROLE newer_a, newer_b;
