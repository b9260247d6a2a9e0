-- passes: a type with users
CREATE TYPE mood AS ENUM ('fine');
CREATE TABLE t (id bigint PRIMARY KEY, mood mood DEFAULT 'fine');
CREATE VIEW v AS SELECT mood FROM t;
CREATE FUNCTION f(m mood) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- migration
DROP TYPE mood CASCADE;
