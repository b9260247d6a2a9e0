-- 55000: no identity to drop
CREATE TABLE t (id bigint NOT NULL);
-- migration
ALTER TABLE t ALTER COLUMN id DROP IDENTITY;
