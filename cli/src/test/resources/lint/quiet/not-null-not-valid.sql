-- postgres 18
-- baseline
CREATE TABLE users (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL UNIQUE,
  name text,
  plan text,
  created_at timestamptz NOT NULL DEFAULT now()
);
-- migration
ALTER TABLE users ADD CONSTRAINT users_name_not_null NOT NULL name NOT VALID;
-- next migration
ALTER TABLE users VALIDATE CONSTRAINT users_name_not_null;
