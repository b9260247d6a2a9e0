-- 2BP01: a view gives the column to a function
CREATE TABLE invoices (id int PRIMARY KEY, amount int);
CREATE VIEW totals AS SELECT sum(amount) AS total FROM invoices;
-- migration
ALTER TABLE invoices DROP COLUMN amount;
