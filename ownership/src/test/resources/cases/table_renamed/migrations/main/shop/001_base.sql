-- It is called purchases today, and so the ownership file calls it.
CREATE TABLE orders (id serial PRIMARY KEY, placed date);
CREATE INDEX orders_placed ON orders (placed);
CREATE TABLE events (at date) PARTITION BY RANGE (at);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE VIEW totals AS SELECT count(*) FROM orders;
CREATE SEQUENCE counter;
CREATE FUNCTION fits(s int) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE SCHEMA shop;
CREATE TABLE scratch (id int);
