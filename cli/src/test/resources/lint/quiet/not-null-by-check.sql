-- baseline
CREATE TABLE users (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL UNIQUE,
  name text,
  plan text,
  created_at timestamptz NOT NULL DEFAULT now()
);
-- migration
ALTER TABLE users ADD CONSTRAINT users_name_not_null CHECK (name IS NOT NULL) NOT VALID;
-- next migration
ALTER TABLE users VALIDATE CONSTRAINT users_name_not_null;
-- next migration
ALTER TABLE users ALTER COLUMN name SET NOT NULL;
-- next migration
ALTER TABLE users DROP CONSTRAINT users_name_not_null;
