-- 42P01: no partition to attach
CREATE TABLE e (id bigint, at date) PARTITION BY RANGE (at);
ALTER TABLE e ATTACH PARTITION e_1 FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
