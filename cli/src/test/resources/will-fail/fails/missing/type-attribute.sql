-- 42703: column b of relation t does not exist
CREATE TYPE t AS (a int);
ALTER TYPE t DROP ATTRIBUTE b;
