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
CREATE FUNCTION order_count(the_user bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT count(*) FROM orders WHERE user_id = the_user;
$$;
