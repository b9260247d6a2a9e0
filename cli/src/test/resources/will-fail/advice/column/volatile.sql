-- passes: a volatile default
CREATE TABLE t (a int);
-- migration
ALTER TABLE t ADD COLUMN b uuid DEFAULT gen_random_uuid() NOT NULL;
