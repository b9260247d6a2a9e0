ALTER TABLE job ADD COLUMN name text;
