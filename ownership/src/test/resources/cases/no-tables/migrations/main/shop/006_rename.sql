ALTER TYPE color RENAME TO colour;
ALTER TYPE colour ADD VALUE 'green';
ALTER FUNCTION twice(int) SET SCHEMA shop;
DROP FUNCTION shop.twice(int);
ALTER TABLE order_lines RENAME TO order_items;
ALTER TABLE order_items SET SCHEMA depot;
