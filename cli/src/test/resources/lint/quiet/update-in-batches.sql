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
-- deed: transaction none
DO $$
DECLARE
  first_key bigint;
BEGIN
  FOR first_key IN SELECT generate_series(min(id), max(id), 5000) FROM orders LOOP
    UPDATE orders SET note = '' WHERE id >= first_key AND id < first_key + 5000 AND note IS NULL;
    COMMIT;
  END LOOP;
END
$$;
