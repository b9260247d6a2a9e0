-- baseline
CREATE TABLE users (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL UNIQUE,
  name text,
  plan text,
  created_at timestamptz NOT NULL DEFAULT now()
);
-- migration
REVOKE ALL ON users FROM PUBLIC;
