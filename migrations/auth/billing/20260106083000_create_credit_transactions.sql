-- Migration: create credit transactions
-- Created: 2026-01-06T08:30:00Z
-- Version: 20260106083000

-- UP Migration
CREATE TYPE credit_reason AS ENUM ('purchase', 'usage', 'refund', 'gift');

CREATE TABLE credit_transactions (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES user_credits (user_id),
    amount bigint NOT NULL CHECK (amount <> 0),
    reason credit_reason NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX credit_transactions_user_id_created_at_idx
    ON credit_transactions (user_id, created_at DESC);

-- DOWN Migration (Rollback)
-- DROP TABLE credit_transactions;
-- DROP TYPE credit_reason;
