-- Migration: index user preferences
-- Created: 2026-01-12T10:15:00Z
-- Version: 20260112101500

-- UP Migration
CREATE INDEX CONCURRENTLY users_preferences_idx ON users USING gin (preferences jsonb_path_ops);

-- DOWN Migration (Rollback)
-- DROP INDEX CONCURRENTLY users_preferences_idx;
