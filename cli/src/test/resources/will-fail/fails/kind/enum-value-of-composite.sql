-- 42809: t is not an enum
CREATE TYPE t AS (a int);
ALTER TYPE t ADD VALUE 'b';
