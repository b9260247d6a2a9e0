-- passes: drop if exists of what was never there
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
DROP TABLE IF EXISTS usres;
ALTER TABLE IF EXISTS usres ADD COLUMN name text;
