-- baseline
CREATE TABLE events (
  id bigint NOT NULL,
  at date NOT NULL,
  kind text,
  PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- migration
CREATE INDEX events_kind_idx ON ONLY events (kind);
-- next migration
CREATE INDEX CONCURRENTLY events_2025_kind_idx ON events_2025 (kind);
-- next migration
ALTER INDEX events_kind_idx ATTACH PARTITION events_2025_kind_idx;
