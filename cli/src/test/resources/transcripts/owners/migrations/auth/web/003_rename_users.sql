ALTER TABLE users RENAME TO people;
ALTER TABLE people ADD COLUMN name text DEFAULT 'it''s';
