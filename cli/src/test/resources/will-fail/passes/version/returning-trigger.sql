-- passes: the rows of a trigger
CREATE TABLE t (a int, b int);
-- migration
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE x int;
BEGIN
  UPDATE t SET a = 1 RETURNING new.b INTO x;
  RETURN new;
END $$;
