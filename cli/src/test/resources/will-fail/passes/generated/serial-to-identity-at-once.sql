-- passes: in one statement
CREATE TABLE t (id bigint);
-- migration
ALTER TABLE t ALTER COLUMN id SET NOT NULL, ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;
