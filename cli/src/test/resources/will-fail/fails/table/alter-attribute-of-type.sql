-- 2BP01: cannot alter type t because it is the type of a typed table
CREATE TYPE t AS (a int);
CREATE TABLE p OF t;
ALTER TYPE t ADD ATTRIBUTE b int;
