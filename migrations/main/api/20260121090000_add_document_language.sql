-- Migration: add document language
-- Created: 2026-01-21T09:00:00Z
-- Version: 20260121090000

-- UP Migration
ALTER TABLE documents ADD COLUMN language text;

-- DOWN Migration (Rollback)
-- ALTER TABLE documents DROP COLUMN language;
