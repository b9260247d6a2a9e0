-- passes: a body in a string depends on nothing, one in standard SQL that is replaced or dropped no longer does, and an index of its own
CREATE TABLE orders (id bigint PRIMARY KEY, number integer);
CREATE UNIQUE INDEX orders_number ON orders (number);
CREATE FUNCTION a() RETURNS bigint LANGUAGE sql AS 'SELECT count(id) FROM orders';
CREATE FUNCTION b() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(id) FROM orders; END;
CREATE OR REPLACE FUNCTION b() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT 1; END;
CREATE FUNCTION c() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(number) FROM orders; END;
DROP INDEX orders_number;
DROP FUNCTION c();
DROP TABLE orders;
