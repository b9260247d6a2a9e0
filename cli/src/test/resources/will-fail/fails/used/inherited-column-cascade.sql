-- 42P16: cannot drop inherited column "id"
CREATE TABLE events (id integer, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
ALTER TABLE events_2026 DROP COLUMN id CASCADE;
