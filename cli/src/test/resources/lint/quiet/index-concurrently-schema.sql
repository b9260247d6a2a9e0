-- baseline
CREATE SCHEMA billing;
CREATE TABLE billing.invoices (id bigint PRIMARY KEY, due date);
-- migration
CREATE INDEX CONCURRENTLY invoices_due_idx ON billing.invoices (due);
