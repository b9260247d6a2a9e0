CREATE TABLE stock (sku text PRIMARY KEY, pieces int);
CREATE VIEW ordering.pieces AS SELECT pieces FROM stock;
CREATE FUNCTION ordering.next_one() RETURNS int LANGUAGE sql AS 'SELECT 1';
