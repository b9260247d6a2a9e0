-- Migration: create users
-- Created: 2026-01-05T09:00:00Z
-- Version: 20260105090000

-- UP Migration
CREATE TYPE user_role AS ENUM ('member', 'editor', 'admin');

CREATE TABLE users (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    email text NOT NULL,
    name text NOT NULL DEFAULT '',
    role user_role NOT NULL DEFAULT 'member',
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT users_email_key UNIQUE (email),
    CONSTRAINT users_email_has_at CHECK (position('@' IN email) > 1)
);

COMMENT ON TABLE users IS 'Everybody who can sign in';

-- DOWN Migration (Rollback)
-- DROP TABLE users;
-- DROP TYPE user_role;
