-- Migration: validate credit expiry
-- Created: 2026-01-19T08:15:00Z
-- Version: 20260119081500

-- UP Migration
ALTER TABLE user_credits VALIDATE CONSTRAINT user_credits_expiry_is_late;

-- DOWN Migration (Rollback)
-- -- PostgreSQL cannot take a validation back; an unvalidated constraint is the same for new rows.
-- ALTER TABLE user_credits DROP CONSTRAINT user_credits_expiry_is_late;
-- ALTER TABLE user_credits
--     ADD CONSTRAINT user_credits_expiry_is_late CHECK (expires_at >= '2026-01-01 00:00:00+00') NOT VALID;
