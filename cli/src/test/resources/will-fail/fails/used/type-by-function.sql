-- 2BP01: an argument
CREATE TYPE mood AS ENUM ('fine');
CREATE FUNCTION f(m mood) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- migration
DROP TYPE mood;
