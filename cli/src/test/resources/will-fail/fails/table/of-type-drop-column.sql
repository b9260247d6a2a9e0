-- 42809: cannot drop column from typed table
CREATE TYPE t AS (a int);
CREATE TABLE p OF t;
ALTER TABLE p DROP COLUMN a;
