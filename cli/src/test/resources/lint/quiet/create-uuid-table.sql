-- migration
CREATE TABLE tokens (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), hash bytea NOT NULL, expires_at timestamptz);
