-- Migration: create user devices
-- Created: 2026-01-10T09:00:00Z
-- Version: 20260110090000

-- UP Migration
CREATE TABLE user_devices (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name text NOT NULL,
    last_seen_at timestamptz
);

CREATE INDEX user_devices_user_id_idx ON user_devices (user_id);

-- DOWN Migration (Rollback)
-- DROP TABLE user_devices;
