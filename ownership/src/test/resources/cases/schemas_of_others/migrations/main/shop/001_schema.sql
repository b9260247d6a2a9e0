CREATE SCHEMA ordering;
CREATE TABLE ordering.orders (id bigint PRIMARY KEY);
