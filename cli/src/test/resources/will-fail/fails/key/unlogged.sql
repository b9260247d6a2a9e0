-- 42P16: an unlogged parent
CREATE UNLOGGED TABLE t (id bigint PRIMARY KEY);
CREATE TABLE u (id bigint REFERENCES t);
