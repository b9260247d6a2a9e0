-- passes: created by a function
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE FUNCTION make(n text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE format('CREATE TABLE %I (id bigint)', n); END $$;
SELECT make('people');
-- migration
ALTER TABLE people ADD COLUMN name text;
