-- baseline
CREATE TABLE users (id bigint PRIMARY KEY, email varchar(100), plan text, seen_at timestamp(3), tags varchar(20)[]);
-- migration
CREATE SCHEMA billing;
CREATE TABLE billing.invoices (id bigint PRIMARY KEY);
CREATE VIEW billing.numbers AS SELECT id FROM billing.invoices;
-- down
DROP TABLE billing.invoices CASCADE;
DROP SCHEMA billing;
