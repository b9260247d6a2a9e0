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
CREATE MATERIALIZED VIEW totals AS SELECT user_id, sum(total) AS total FROM orders GROUP BY user_id WITH NO DATA;
CREATE UNIQUE INDEX totals_user_id_key ON totals (user_id);
