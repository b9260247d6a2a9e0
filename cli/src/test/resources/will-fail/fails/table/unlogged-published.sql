-- 55000: cannot change table "orders" to unlogged because it is part of a publication
CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE PUBLICATION outgoing FOR TABLE orders;
ALTER TABLE orders SET UNLOGGED;
