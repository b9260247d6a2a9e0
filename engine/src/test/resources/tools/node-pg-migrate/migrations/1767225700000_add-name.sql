-- Up Migration
ALTER TABLE account ADD COLUMN name text;

-- Down Migration
ALTER TABLE account DROP COLUMN name;
