-- Migration: create dataset bookmarks
-- Created: 2026-01-08T09:00:00Z
-- Version: 20260108090000
-- deed: requires main/20260105100000

-- UP Migration
CREATE TABLE dataset_bookmarks (
    user_id uuid NOT NULL,
    dataset_id bigint NOT NULL REFERENCES datasets (id) ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, dataset_id)
);

CREATE INDEX dataset_bookmarks_dataset_id_idx ON dataset_bookmarks (dataset_id);

-- DOWN Migration (Rollback)
-- DROP TABLE dataset_bookmarks;
