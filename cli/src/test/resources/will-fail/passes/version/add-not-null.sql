-- passes since 18: add not null
CREATE TABLE t (a int, b int);
-- migration
ALTER TABLE t ADD CONSTRAINT filled NOT NULL a NOT VALID;
