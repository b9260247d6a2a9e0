CREATE SCHEMA billing;
CREATE TYPE invoice_kind AS ENUM ('draft', 'sent');
CREATE TABLE invoices (id bigint PRIMARY KEY, user_id bigint REFERENCES users, kind invoice_kind, discount percent);
CREATE TABLE payments (id bigint PRIMARY KEY, invoice_id bigint CONSTRAINT payments_invoice_fkey REFERENCES invoices);
CREATE TABLE billing.ledger (id bigint PRIMARY KEY, invoice_id bigint REFERENCES invoices);
CREATE FUNCTION log_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO billing.ledger (id, invoice_id) VALUES (NEW.id, NEW.id);
  RETURN NEW;
END $$;
CREATE TRIGGER invoices_log AFTER INSERT ON invoices FOR EACH ROW EXECUTE FUNCTION log_invoice();
CREATE VIEW billing.open_invoices AS SELECT * FROM public.invoices WHERE kind = 'draft';
