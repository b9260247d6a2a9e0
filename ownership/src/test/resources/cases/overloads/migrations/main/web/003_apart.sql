CREATE FUNCTION auth_get(i int, j int) RETURNS int LANGUAGE sql AS 'SELECT i';
CREATE FUNCTION auth_get() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION auth_sum(a int, b int, c int) RETURNS int LANGUAGE sql AS 'SELECT a';
CREATE FUNCTION web.auth_sum(a bigint) RETURNS bigint LANGUAGE sql AS 'SELECT a';
CREATE FUNCTION label(c carts) RETURNS text LANGUAGE sql AS 'SELECT ''a''';
CREATE FUNCTION label(s size) RETURNS text LANGUAGE sql AS 'SELECT ''a''';
CREATE FUNCTION web_twice(i int) RETURNS int LANGUAGE sql AS 'SELECT i';
CREATE FUNCTION web_twice(i bigint) RETURNS bigint LANGUAGE sql AS 'SELECT i';
