-- 2BP01
CREATE TYPE c AS (a int, b text); CREATE TABLE t OF c;
-- migration
ALTER TYPE c RENAME ATTRIBUTE a TO z;
