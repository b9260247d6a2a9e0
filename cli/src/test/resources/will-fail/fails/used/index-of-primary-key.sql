-- 2BP01: cannot drop index orders_pkey because constraint orders_pkey on table orders requires it
CREATE TABLE orders (id bigint PRIMARY KEY, number integer);
DROP INDEX orders_pkey;
