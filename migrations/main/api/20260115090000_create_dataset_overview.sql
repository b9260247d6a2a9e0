-- Migration: create the dataset overview
-- Created: 2026-01-15T09:00:00Z
-- Version: 20260115090000

-- UP Migration
CREATE VIEW dataset_overview AS
SELECT d.id, d.name, d.status, count(doc.id) AS documents
  FROM datasets d
  LEFT JOIN documents doc ON doc.dataset_id = d.id
 GROUP BY d.id, d.name, d.status;

-- DOWN Migration (Rollback)
-- DROP VIEW dataset_overview;
