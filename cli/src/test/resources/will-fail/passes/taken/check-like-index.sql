-- passes: a check has no index
CREATE TABLE t (a int);
CREATE INDEX c ON t (a);
-- migration
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0);
