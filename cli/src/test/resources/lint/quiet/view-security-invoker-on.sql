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
ALTER VIEW open_orders SET (security_invoker = true);
