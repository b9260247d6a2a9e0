-- migration
CREATE TABLE invoices (id bigint PRIMARY KEY, order_id bigint, due date);
CREATE INDEX invoices_order_id_idx ON invoices (order_id);
CREATE UNIQUE INDEX invoices_order_id_due_key ON invoices (order_id, due);
