-- 42704: constraint "orders_number_key" for table "orders" does not exist
CREATE TABLE orders (id integer PRIMARY KEY, number integer);
INSERT INTO orders (id, number) VALUES (1, 1) ON CONFLICT ON CONSTRAINT orders_number_key DO NOTHING;
