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
CREATE TEMPORARY TABLE wrong (id bigint);
INSERT INTO wrong (id) SELECT id FROM orders WHERE total < 0;
UPDATE wrong SET id = -id;
DROP TABLE wrong;
