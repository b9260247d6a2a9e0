-- passes: a new partition next to a default
CREATE TABLE e (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE e_d PARTITION OF e DEFAULT;
-- migration
CREATE TABLE e_1 PARTITION OF e FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
ALTER TABLE e DETACH PARTITION e_1;
