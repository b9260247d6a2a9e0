-- 42703: column b does not exist
CREATE TYPE t AS (a int);
CREATE TABLE p OF t (b WITH OPTIONS NOT NULL);
