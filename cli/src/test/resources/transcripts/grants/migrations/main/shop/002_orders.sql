CREATE SCHEMA shop;
CREATE TABLE orders (id serial PRIMARY KEY, item bigint REFERENCES items (id));
CREATE VIEW order_totals AS SELECT count(*) AS number FROM orders;
CREATE SEQUENCE shop.invoice_numbers;
-- DOWN Migration
-- DROP SEQUENCE shop.invoice_numbers; DROP VIEW order_totals; DROP TABLE orders; DROP SCHEMA shop;
