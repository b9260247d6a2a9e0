-- passes: an index goes with it
CREATE TABLE t (id bigint PRIMARY KEY, a int UNIQUE, b int, CHECK (a > b));
CREATE INDEX ON t (a, b);
-- migration
ALTER TABLE t DROP COLUMN a;
