-- passes: out of the publication
CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE TABLE other (id bigint PRIMARY KEY);
CREATE PUBLICATION outgoing FOR TABLE orders, other;
ALTER PUBLICATION outgoing DROP TABLE orders;
ALTER TABLE orders SET UNLOGGED;
