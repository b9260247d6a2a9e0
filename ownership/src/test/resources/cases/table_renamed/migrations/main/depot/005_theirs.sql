INSERT INTO purchases VALUES (2);
ALTER TABLE archived ADD COLUMN y int;
DROP VIEW sums;
DROP SEQUENCE shop.counter;
DROP FUNCTION suits(int);
