-- baseline
CREATE TABLE users (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL UNIQUE,
  name text,
  plan text,
  created_at timestamptz NOT NULL DEFAULT now()
);
-- migration
CREATE FUNCTION reset_plans() RETURNS void LANGUAGE sql AS 'UPDATE users SET plan = NULL';
