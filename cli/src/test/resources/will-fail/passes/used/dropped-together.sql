-- passes: dropped in one statement
CREATE TABLE t (id bigint PRIMARY KEY);
CREATE TABLE u (id bigint REFERENCES t);
-- migration
DROP TABLE t, u;
