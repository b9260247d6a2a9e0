-- baseline
CREATE TABLE users (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL UNIQUE,
  name text,
  plan text,
  created_at timestamptz NOT NULL DEFAULT now()
);
DO $$
BEGIN
  CREATE ROLE app_reader;
EXCEPTION
  WHEN duplicate_object THEN NULL;
END
$$;
DO $$
BEGIN
  CREATE ROLE app_writer;
EXCEPTION
  WHEN duplicate_object THEN NULL;
END
$$;
-- migration
GRANT SELECT, INSERT, UPDATE, DELETE ON users TO app_writer;
