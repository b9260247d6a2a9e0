-- passes: an identity
CREATE TABLE t (a int);
-- migration
ALTER TABLE t ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY;
