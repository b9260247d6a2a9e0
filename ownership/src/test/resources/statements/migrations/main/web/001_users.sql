CREATE TYPE user_status AS ENUM ('new', 'active');
CREATE TABLE users (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL,
  status user_status NOT NULL DEFAULT 'new',
  updated_at timestamptz
);
CREATE UNIQUE INDEX users_email_key ON users (email);
CREATE TABLE sessions (id serial PRIMARY KEY, user_id bigint REFERENCES users);
CREATE TABLE user_credits (user_id bigint PRIMARY KEY REFERENCES users, credits int);
CREATE FUNCTION touch_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END $$;
CREATE TRIGGER users_touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch_updated();
CREATE VIEW active_users AS SELECT id, email FROM users WHERE status = 'active';
CREATE SEQUENCE ticket_seq;
CREATE FUNCTION purge_sessions() RETURNS void LANGUAGE sql AS 'DELETE FROM sessions';
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_row ON users USING (true);
