-- Migration: create user credits
-- Created: 2026-01-06T08:00:00Z
-- Version: 20260106080000
-- deed: requires auth/20260105090000

-- UP Migration
CREATE TABLE user_credits (
    user_id uuid PRIMARY KEY REFERENCES users (id) ON DELETE RESTRICT,
    balance bigint NOT NULL DEFAULT 0,
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT user_credits_balance_not_negative CHECK (balance >= 0)
);

-- DOWN Migration (Rollback)
-- DROP TABLE user_credits;
