-- passes: unlogged to permanent
CREATE TABLE t (id bigint PRIMARY KEY);
CREATE UNLOGGED TABLE u (id bigint REFERENCES t);
