CREATE TABLE account (id bigint PRIMARY KEY);
ALTER TABLE account ADD COLUMN name text;
CREATE TABLE atlas_schema_revisions (version varchar NOT NULL PRIMARY KEY, description varchar NOT NULL, type bigint NOT NULL DEFAULT 2, applied bigint NOT NULL DEFAULT 0, total bigint NOT NULL DEFAULT 0, executed_at timestamptz NOT NULL, execution_time bigint NOT NULL, error text, error_stmt text, hash varchar NOT NULL, partial_hashes jsonb, operator_version varchar NOT NULL);
INSERT INTO atlas_schema_revisions VALUES ('.atlas_cloud_identifier', 'x', 2, 0, 0, '2026-01-01', 0, NULL, NULL, '', NULL, 'v'), ('20260101000001', 'account', 2, 1, 1, '2026-01-01', 1, '', '', 'h1', NULL, 'v'), ('20260101000002', 'name', 2, 1, 1, '2026-01-02', 1, NULL, NULL, 'h2', NULL, 'v');
