-- passes: created in a block
CREATE TABLE users (id bigint PRIMARY KEY);
DO $$ BEGIN IF true THEN CREATE TABLE people (id bigint); END IF; END $$;
-- migration
ALTER TABLE people ADD COLUMN name text;
