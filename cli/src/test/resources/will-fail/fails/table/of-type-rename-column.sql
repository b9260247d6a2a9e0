-- 42809: cannot rename column of typed table
CREATE TYPE t AS (a int);
CREATE TABLE p OF t;
ALTER TABLE p RENAME COLUMN a TO b;
