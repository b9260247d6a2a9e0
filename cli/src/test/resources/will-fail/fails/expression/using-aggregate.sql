-- 42803: aggregate functions are not allowed in transform expressions
CREATE TABLE a (id bigint, name text);
ALTER TABLE a ALTER COLUMN name TYPE int USING (max(id));
