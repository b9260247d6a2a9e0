-- passes: created in a block
CREATE TABLE t (id bigint PRIMARY KEY);
DO $$ BEGIN CREATE TYPE mood AS ENUM ('fine'); EXCEPTION WHEN duplicate_object THEN NULL; END $$;
ALTER TABLE t ADD COLUMN mood mood;
