-- migration
CREATE TABLE invoices (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number text NOT NULL UNIQUE,
  amount numeric(12, 2) NOT NULL,
  issued_at timestamptz NOT NULL DEFAULT now()
);
