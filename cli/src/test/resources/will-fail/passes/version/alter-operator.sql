-- passes since 17: alter operator
CREATE FUNCTION same(int, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE OPERATOR === (LEFTARG = int, RIGHTARG = text, FUNCTION = same);
-- migration
ALTER OPERATOR === (int, text) SET (HASHES);
