ALTER TABLE users ADD COLUMN plan text;

-- DOWN Migration
-- ALTER TABLE users DROP COLUMN plan;
