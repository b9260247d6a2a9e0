ALTER TABLE job ADD COLUMN note text;
DROP TABLE nothing;
