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
CREATE TABLE order_notes (order_id bigint PRIMARY KEY, note text);
INSERT INTO order_notes (order_id, note) SELECT id, note FROM orders WHERE note IS NOT NULL;
