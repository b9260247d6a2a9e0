-- passes: added in a block
CREATE TABLE users (id bigint PRIMARY KEY);
DO $$ BEGIN ALTER TABLE users ADD COLUMN email text; EXCEPTION WHEN duplicate_column THEN NULL; END $$;
-- migration
ALTER TABLE users DROP COLUMN email;
