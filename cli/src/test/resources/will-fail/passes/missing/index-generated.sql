-- passes: names that PostgreSQL chose
CREATE TABLE t (id bigint PRIMARY KEY, a int, b text);
CREATE INDEX ON t (a);
CREATE INDEX ON t (lower(b), a);
-- migration
DROP INDEX t_a_idx;
DROP INDEX t_lower_a_idx;
