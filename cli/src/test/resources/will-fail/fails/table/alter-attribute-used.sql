-- 0A000: cannot alter type t because column p.x uses it
CREATE TYPE t AS (a int);
CREATE TABLE p (x t);
ALTER TYPE t ALTER ATTRIBUTE a TYPE bigint;
