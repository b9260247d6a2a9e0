-- 42601: a default of an identity
CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY);
-- migration
ALTER TABLE t ALTER COLUMN id SET DEFAULT 1;
