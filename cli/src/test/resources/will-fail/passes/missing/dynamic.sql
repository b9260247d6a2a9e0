-- passes: created by dynamic SQL
CREATE TABLE users (id bigint PRIMARY KEY);
DO $$ BEGIN EXECUTE 'CREATE TABLE ' || 'peo' || 'ple (id bigint)'; END $$;
-- migration
ALTER TABLE people ADD COLUMN name text;
