-- baseline
CREATE TABLE events (
  id bigint NOT NULL,
  at date NOT NULL,
  kind text,
  PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- migration
ALTER TABLE events DETACH PARTITION events_2025 CONCURRENTLY;
