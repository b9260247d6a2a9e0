-- passes: a partition with rows
CREATE TABLE e (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE e_d PARTITION OF e DEFAULT;
CREATE TABLE e_1 (id bigint, at date);
-- migration
ALTER TABLE e ATTACH PARTITION e_1 FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
