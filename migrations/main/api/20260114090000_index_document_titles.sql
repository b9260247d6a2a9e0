-- Migration: index document titles
-- Created: 2026-01-14T09:00:00Z
-- Version: 20260114090000

-- UP Migration
CREATE INDEX CONCURRENTLY documents_title_idx ON documents (lower(title));

-- DOWN Migration (Rollback)
-- DROP INDEX CONCURRENTLY documents_title_idx;
