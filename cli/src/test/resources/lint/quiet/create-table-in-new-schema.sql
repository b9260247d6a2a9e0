-- migration
CREATE SCHEMA IF NOT EXISTS billing;
CREATE TABLE billing.invoices (id bigint PRIMARY KEY, number text NOT NULL);
COMMENT ON TABLE billing.invoices IS 'what customers owe';
