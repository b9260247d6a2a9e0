CREATE SCHEMA ordering;
CREATE TABLE ordering.orders (id serial PRIMARY KEY);
CREATE VIEW ordering.totals AS SELECT count(*) FROM ordering.orders;
CREATE SEQUENCE ordering.counter;
CREATE TYPE ordering.size AS ENUM ('s', 'm');
CREATE FUNCTION ordering.fits(s ordering.size) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE SCHEMA archive;
CREATE TABLE ordering.old_orders (id int);
