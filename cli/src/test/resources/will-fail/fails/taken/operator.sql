-- 42723: operator === already exists
CREATE FUNCTION f(int, int) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = f);
CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = f);
