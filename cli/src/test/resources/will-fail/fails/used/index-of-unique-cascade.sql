-- 2BP01: cannot drop index orders_number_key because constraint orders_number_key on table orders requires it
CREATE TABLE orders (id bigint PRIMARY KEY, number integer UNIQUE);
DROP INDEX IF EXISTS orders_number_key CASCADE;
