-- 42710: a check of that name
CREATE TABLE t (id bigint PRIMARY KEY, a int, CONSTRAINT c CHECK (a > 0));
-- migration
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 1) NOT VALID;
