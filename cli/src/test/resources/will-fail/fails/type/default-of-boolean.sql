-- 22P02: a word for a truth
CREATE TABLE t (a boolean);
-- migration
ALTER TABLE t ALTER COLUMN a SET DEFAULT 'maybe';
