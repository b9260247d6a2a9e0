-- passes: a type that rewrites
CREATE TABLE t (id bigint PRIMARY KEY, a int, b varchar(20), c numeric(10, 2));
CREATE TABLE u (t bigint REFERENCES t, a int);
CREATE INDEX t_a ON t (a);
-- migration
ALTER TABLE t ALTER COLUMN a TYPE bigint;
ALTER TABLE t ALTER COLUMN b TYPE varchar(10);
ALTER TABLE t ALTER COLUMN c TYPE numeric(8, 4);
