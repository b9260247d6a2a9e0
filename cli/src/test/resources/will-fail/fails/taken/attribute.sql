-- 42701: column a of relation t already exists
CREATE TYPE t AS (a int);
ALTER TYPE t ADD ATTRIBUTE a int;
