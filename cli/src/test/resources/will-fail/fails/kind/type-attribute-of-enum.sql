-- 42P01: relation t does not exist
CREATE TYPE t AS ENUM ('a');
ALTER TYPE t ADD ATTRIBUTE x int;
