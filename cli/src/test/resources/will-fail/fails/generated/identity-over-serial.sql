-- 55000: a serial column
CREATE TABLE t (id bigserial);
-- migration
ALTER TABLE t ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;
