-- migration
CREATE TABLE IF NOT EXISTS invoices (id bigint PRIMARY KEY, number text NOT NULL);
