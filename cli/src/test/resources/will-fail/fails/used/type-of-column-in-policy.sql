-- 0A000: a policy
CREATE TABLE t (id bigint PRIMARY KEY, a int);
CREATE POLICY p ON t USING (a > 0);
-- migration
ALTER TABLE t ALTER COLUMN a TYPE bigint;
