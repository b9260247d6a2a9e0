-- baseline
CREATE TABLE orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id bigint NOT NULL,
  total numeric(10, 2),
  status text NOT NULL DEFAULT 'new',
  note varchar(100),
  placed_at timestamptz NOT NULL DEFAULT now()
);
CREATE VIEW open_orders AS SELECT id, user_id, total FROM orders WHERE status <> 'done';
-- migration
CREATE OR REPLACE VIEW open_orders AS SELECT id, user_id, total, placed_at FROM orders WHERE status <> 'done';
