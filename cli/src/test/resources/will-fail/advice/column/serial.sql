-- passes: a numbered column
CREATE TABLE t (a int);
-- migration
ALTER TABLE t ADD COLUMN id bigserial;
