-- 0A000: a referenced table
CREATE TABLE t (id bigint PRIMARY KEY);
CREATE TABLE u (id bigint REFERENCES t);
-- migration
TRUNCATE t;
