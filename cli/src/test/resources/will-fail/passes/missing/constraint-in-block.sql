-- passes: added in a block
CREATE TABLE t (id bigint PRIMARY KEY, a int);
DO $$ BEGIN ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0); EXCEPTION WHEN duplicate_object THEN NULL; END $$;
-- migration
ALTER TABLE t DROP CONSTRAINT c;
