-- passes: two indexes without a name
CREATE TABLE t (id bigint PRIMARY KEY, a int, b text);
CREATE INDEX t_a_idx ON t (a);
-- migration
CREATE INDEX ON t (lower(b), a);
