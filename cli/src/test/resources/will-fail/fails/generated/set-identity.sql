-- 55000: no identity to change
CREATE TABLE t (id bigint NOT NULL);
-- migration
ALTER TABLE t ALTER COLUMN id SET GENERATED ALWAYS;
