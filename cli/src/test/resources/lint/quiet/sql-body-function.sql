-- migration
CREATE FUNCTION twice(n integer) RETURNS integer IMMUTABLE PARALLEL SAFE RETURN n * 2;
