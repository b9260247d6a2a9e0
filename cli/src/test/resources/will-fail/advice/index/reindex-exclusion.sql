-- passes: an exclusion constraint
CREATE TABLE t (a int, CONSTRAINT c EXCLUDE USING btree (a WITH =));
-- migration
REINDEX INDEX c;
