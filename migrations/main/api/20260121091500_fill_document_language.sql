-- Migration: fill document language
-- Created: 2026-01-21T09:15:00Z
-- Version: 20260121091500
-- deed: ignore unbatched-write reason="some thousand rows: batches are for tables that are large"

-- UP Migration
UPDATE documents
   SET language = coalesce(metadata ->> 'language', 'und')
 WHERE language IS NULL;

-- DOWN Migration (Rollback)
-- UPDATE documents
--    SET language = NULL
--  WHERE language IS NOT NULL;
