-- baseline
CREATE TABLE orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id bigint NOT NULL,
  total numeric(10, 2),
  status text NOT NULL DEFAULT 'new',
  note varchar(100),
  placed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX orders_user_id_idx ON orders (user_id);
-- migration
CREATE INDEX CONCURRENTLY orders_user_id_status_idx ON orders (user_id, status);
-- next migration
DROP INDEX CONCURRENTLY orders_user_id_idx;
