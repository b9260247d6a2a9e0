-- deed: ignore rename-table reason="all code uses the new name"
ALTER TABLE users RENAME TO people;
ALTER TABLE people ADD COLUMN plan text;
ALTER TABLE people ADD COLUMN score int NOT NULL DEFAULT 0;
-- DOWN Migration (Rollback)
-- ALTER TABLE people DROP COLUMN score;
-- ALTER TABLE people DROP COLUMN plan;
-- ALTER TABLE people RENAME TO users;
