-- Migration: create datasets
-- Created: 2026-01-05T10:00:00Z
-- Version: 20260105100000

-- UP Migration
CREATE TYPE dataset_status AS ENUM ('draft', 'ready', 'archived');

CREATE TABLE datasets (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    owner_id uuid NOT NULL,
    name text NOT NULL,
    status dataset_status NOT NULL DEFAULT 'draft',
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT datasets_owner_id_name_key UNIQUE (owner_id, name)
);

COMMENT ON COLUMN datasets.owner_id IS 'users.id in the database auth';

-- DOWN Migration (Rollback)
-- DROP TABLE datasets;
-- DROP TYPE dataset_status;
