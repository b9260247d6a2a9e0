-- Migration: create documents
-- Created: 2026-01-05T10:15:00Z
-- Version: 20260105101500

-- UP Migration
CREATE TABLE documents (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    dataset_id bigint NOT NULL REFERENCES datasets (id) ON DELETE CASCADE,
    title text NOT NULL,
    body text NOT NULL,
    metadata jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX documents_dataset_id_idx ON documents (dataset_id);
CREATE INDEX documents_metadata_idx ON documents USING gin (metadata);

-- DOWN Migration (Rollback)
-- DROP TABLE documents;
