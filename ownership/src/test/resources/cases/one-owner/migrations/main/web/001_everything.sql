CREATE TABLE users (id int);
ALTER TYPE from_before ADD VALUE 'x';
DROP INDEX from_before;
DROP FUNCTION from_before();
GRANT USAGE ON SCHEMA public TO reader;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader;
CREATE PUBLICATION everything FOR ALL TABLES;
DROP EXTENSION from_before;
DO $$ BEGIN EXECUTE format('SELECT %s', 1); END $$;
