-- migration
CREATE SEQUENCE invoice_numbers START 1000 INCREMENT 1;
