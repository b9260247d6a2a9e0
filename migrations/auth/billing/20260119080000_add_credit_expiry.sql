-- Migration: add credit expiry
-- Created: 2026-01-19T08:00:00Z
-- Version: 20260119080000

-- UP Migration
ALTER TABLE user_credits ADD COLUMN expires_at timestamptz;
ALTER TABLE user_credits
    ADD CONSTRAINT user_credits_expiry_is_late CHECK (expires_at >= '2026-01-01 00:00:00+00') NOT VALID;

-- DOWN Migration (Rollback)
-- ALTER TABLE user_credits DROP CONSTRAINT user_credits_expiry_is_late;
-- ALTER TABLE user_credits DROP COLUMN expires_at;
