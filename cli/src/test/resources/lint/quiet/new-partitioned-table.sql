-- migration
CREATE TABLE readings (sensor bigint, at timestamptz, value double precision, PRIMARY KEY (sensor, at)) PARTITION BY RANGE (at);
CREATE TABLE readings_2026_01 PARTITION OF readings FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE readings_rest PARTITION OF readings DEFAULT;
