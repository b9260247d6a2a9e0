-- baseline
CREATE SCHEMA billing;
-- migration
SET LOCAL search_path = billing;
CREATE TABLE invoices (id bigint PRIMARY KEY);
