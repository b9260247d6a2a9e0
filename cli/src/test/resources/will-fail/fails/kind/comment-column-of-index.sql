-- 42809
CREATE TABLE t (id int); CREATE INDEX i ON t (id);
-- migration
COMMENT ON COLUMN i.id IS 'x';
