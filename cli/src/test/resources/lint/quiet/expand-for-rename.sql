-- baseline
CREATE TABLE users (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL UNIQUE,
  name text,
  plan text,
  created_at timestamptz NOT NULL DEFAULT now()
);
-- migration
ALTER TABLE users ADD COLUMN full_name text;
COMMENT ON COLUMN users.full_name IS 'takes the place of name';
