-- 2BP01: cannot drop table orders because other objects depend on it
CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE FUNCTION number_of_orders() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(id) FROM orders; END;
DROP TABLE orders;
