-- 42809: cannot add column to typed table
CREATE TYPE t AS (a int);
CREATE TABLE p OF t;
ALTER TABLE p ADD COLUMN b int;
