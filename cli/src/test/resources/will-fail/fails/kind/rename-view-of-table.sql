-- 42809: a table
CREATE TABLE t (id bigint PRIMARY KEY);
-- migration
ALTER VIEW t RENAME TO u;
