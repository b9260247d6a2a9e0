-- Migration: create usage events
-- Created: 2026-01-09T09:00:00Z
-- Version: 20260109090000

-- UP Migration
CREATE TABLE usage_events (
    id bigint GENERATED ALWAYS AS IDENTITY,
    user_id uuid NOT NULL,
    kind text NOT NULL,
    quantity bigint NOT NULL CHECK (quantity > 0),
    happened_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id, happened_at)
) PARTITION BY RANGE (happened_at);

CREATE TABLE usage_events_2026_h1 PARTITION OF usage_events
    FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2026-07-01 00:00:00+00');
CREATE TABLE usage_events_2026_h2 PARTITION OF usage_events
    FOR VALUES FROM ('2026-07-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');
CREATE TABLE usage_events_other PARTITION OF usage_events DEFAULT;

CREATE INDEX usage_events_user_id_idx ON usage_events (user_id, happened_at);

-- DOWN Migration (Rollback)
-- DROP TABLE usage_events;
