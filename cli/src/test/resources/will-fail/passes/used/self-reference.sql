-- passes: a key to itself
CREATE TABLE t (id bigint PRIMARY KEY, up bigint REFERENCES t);
-- migration
DROP TABLE t;
