CREATE SCHEMA aside;
CREATE TABLE aside.users (id int PRIMARY KEY);
CREATE FUNCTION aside.auth_get(i int) RETURNS int LANGUAGE sql AS 'SELECT 2';
CREATE FUNCTION shop.auth_get(i int, j int) RETURNS int LANGUAGE sql AS 'SELECT 2';
CREATE AGGREGATE shop.auth_total (int, int) (SFUNC = int4_sum_pair, STYPE = int, INITCOND = '1');
CREATE OPERATOR shop.!==! (LEFTARG = text, RIGHTARG = text, FUNCTION = texteq);
CREATE TABLE shop.orders (id int PRIMARY KEY);
CREATE TABLE public.orders (id int PRIMARY KEY);
