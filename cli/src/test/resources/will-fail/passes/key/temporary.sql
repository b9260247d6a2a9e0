-- passes: both temporary
CREATE TEMP TABLE t (id bigint PRIMARY KEY);
CREATE TEMP TABLE u (id bigint REFERENCES t);
