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
CREATE UNIQUE INDEX CONCURRENTLY orders_user_note_key ON orders (user_id, note);
-- next migration
ALTER TABLE orders ADD CONSTRAINT orders_user_note_key UNIQUE USING INDEX orders_user_note_key;
