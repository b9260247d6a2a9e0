-- baseline
CREATE TABLE orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id bigint NOT NULL,
  total numeric(10, 2),
  status text NOT NULL DEFAULT 'new',
  note varchar(100),
  placed_at timestamptz NOT NULL DEFAULT now()
);
-- migration
CREATE VIEW new_orders AS SELECT id FROM orders WHERE status = 'new';
-- down
DROP VIEW new_orders;
