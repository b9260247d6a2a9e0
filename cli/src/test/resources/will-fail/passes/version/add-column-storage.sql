-- passes since 16: add column storage
CREATE TABLE t (a int, b int);
-- migration
ALTER TABLE t ADD COLUMN c text STORAGE PLAIN;
