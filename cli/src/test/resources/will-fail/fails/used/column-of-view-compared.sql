-- 2BP01: a view compares the column
CREATE TABLE invoices (id int PRIMARY KEY, state text);
CREATE VIEW open_invoices AS SELECT id FROM invoices WHERE state = 'open';
-- migration
ALTER TABLE invoices DROP COLUMN state;
