-- passes: names are of their tables
CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0));
CREATE TABLE u (a int CONSTRAINT c CHECK (a > 0));
-- migration
ALTER TABLE u ADD CONSTRAINT d CHECK (a > 1);
ALTER TABLE t ADD CONSTRAINT d CHECK (a > 1);
