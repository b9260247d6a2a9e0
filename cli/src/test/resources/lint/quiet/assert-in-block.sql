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
DO $$
BEGIN
  IF EXISTS (SELECT FROM orders WHERE total < 0) THEN
    RAISE EXCEPTION 'there are negative orders';
  END IF;
END
$$;
