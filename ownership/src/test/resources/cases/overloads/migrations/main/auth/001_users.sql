CREATE TABLE users (id int PRIMARY KEY);
CREATE TYPE mood AS ENUM ('sad', 'glad');
CREATE FUNCTION auth_get(i int) RETURNS int LANGUAGE sql AS 'SELECT i';
CREATE FUNCTION auth_sum(a int, b int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT a + b';
CREATE FUNCTION auth_all(VARIADIC a int[]) RETURNS int LANGUAGE sql AS 'SELECT a[1]';
CREATE FUNCTION label(u users) RETURNS text LANGUAGE sql AS 'SELECT ''a''';
CREATE FUNCTION label(m mood) RETURNS text LANGUAGE sql AS 'SELECT ''a''';
CREATE PROCEDURE auth_run(i int) LANGUAGE sql AS 'SELECT 1';
