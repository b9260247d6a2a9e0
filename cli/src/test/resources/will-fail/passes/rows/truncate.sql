-- passes: both tables, or CASCADE
CREATE TABLE t (id bigint PRIMARY KEY);
CREATE TABLE u (id bigint REFERENCES t);
-- migration
TRUNCATE t, u;
TRUNCATE t CASCADE;
