CREATE TABLE invoices (id bigint PRIMARY KEY);

-- DOWN Migration
-- DROP TABLE invoices;
