-- 42809: a table
CREATE TABLE t (id bigint PRIMARY KEY);
-- migration
DROP VIEW t;
