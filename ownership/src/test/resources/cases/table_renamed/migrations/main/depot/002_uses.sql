CREATE TABLE stock (sku text PRIMARY KEY);
INSERT INTO orders VALUES (1);
ALTER TABLE orders ADD COLUMN theirs int;
