-- passes: created by a function
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE FUNCTION make() RETURNS void LANGUAGE plpgsql AS $$ BEGIN CREATE TABLE people (id bigint); END $$;
SELECT make();
-- migration
ALTER TABLE people ADD COLUMN name text;
