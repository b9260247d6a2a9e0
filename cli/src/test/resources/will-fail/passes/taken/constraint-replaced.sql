-- passes: dropped and added at once
CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0));
-- migration
ALTER TABLE t DROP CONSTRAINT c, ADD CONSTRAINT c CHECK (a > 1);
