CREATE TABLE invoices (id bigint PRIMARY KEY);
-- DOWN Migration (Rollback)
-- DROP TABLE invoices;
