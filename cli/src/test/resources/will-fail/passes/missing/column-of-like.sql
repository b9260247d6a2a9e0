-- passes: copied columns
CREATE TABLE users (id bigint PRIMARY KEY, email text);
CREATE TABLE people (LIKE users INCLUDING ALL);
-- migration
ALTER TABLE people DROP COLUMN email;
