-- 42P16: a temporary parent
CREATE TEMP TABLE t (id bigint PRIMARY KEY);
CREATE TABLE u (id bigint REFERENCES t);
