-- baseline
CREATE TABLE events (
  id bigint NOT NULL,
  at date NOT NULL,
  kind text,
  PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE events_2024 (id bigint NOT NULL, at date NOT NULL, kind text, PRIMARY KEY (id, at), CHECK (at >= '2024-01-01' AND at < '2025-01-01'));
-- migration
ALTER TABLE events ATTACH PARTITION events_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
