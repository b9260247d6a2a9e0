-- Up Migration
ALTER TABLE account ADD COLUMN phone text;

-- Down Migration
ALTER TABLE account DROP COLUMN phone;
