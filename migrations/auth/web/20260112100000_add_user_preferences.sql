-- Migration: add user preferences column
-- Created: 2026-01-12T10:00:00Z
-- Version: 20260112100000

-- UP Migration
ALTER TABLE users ADD COLUMN preferences jsonb NOT NULL DEFAULT '{}';

-- DOWN Migration (Rollback)
-- ALTER TABLE users DROP COLUMN preferences;
