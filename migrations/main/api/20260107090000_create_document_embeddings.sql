-- Migration: create document embeddings
-- Created: 2026-01-07T09:00:00Z
-- Version: 20260107090000

-- UP Migration
CREATE TABLE document_embeddings (
    document_id bigint NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    model text NOT NULL,
    embedding double precision[] NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (document_id, model),
    CONSTRAINT document_embeddings_has_dimensions CHECK (cardinality(embedding) > 0)
);

-- DOWN Migration (Rollback)
-- DROP TABLE document_embeddings;
