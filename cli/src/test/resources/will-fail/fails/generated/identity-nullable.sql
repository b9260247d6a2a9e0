-- 55000: a nullable column
CREATE TABLE t (id bigint);
-- migration
ALTER TABLE t ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;
