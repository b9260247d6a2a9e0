-- baseline
CREATE TABLE users (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL UNIQUE,
  name text,
  plan text,
  created_at timestamptz NOT NULL DEFAULT now()
);
-- migration
SET LOCAL lock_timeout = '3s';
SET LOCAL statement_timeout = '30s';
ALTER TABLE users ADD COLUMN phone text;
