-- passes: the default goes first
CREATE TYPE mood AS ENUM ('fine');
CREATE TABLE t (a text DEFAULT 'fine');
-- migration
ALTER TABLE t ALTER COLUMN a DROP DEFAULT, ALTER COLUMN a TYPE mood USING a::mood, ALTER COLUMN a SET DEFAULT 'fine';
