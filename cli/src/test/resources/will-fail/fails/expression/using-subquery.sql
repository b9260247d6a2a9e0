-- 0A000: cannot use subquery in transform expression
CREATE TABLE a (id bigint, name text);
ALTER TABLE a ALTER COLUMN name TYPE int USING (SELECT 1);
