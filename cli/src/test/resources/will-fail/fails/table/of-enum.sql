-- 42809: type t is not a composite type
CREATE TYPE t AS ENUM ('a');
CREATE TABLE p OF t;
