-- baseline
CREATE TABLE users (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL UNIQUE,
  name text,
  plan text,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE user_roles (user_id bigint, role text, PRIMARY KEY (user_id, role));
-- migration
DELETE FROM user_roles WHERE user_id = (SELECT id FROM users WHERE email = 'x@example.org') AND role = 'admin';
