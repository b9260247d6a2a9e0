-- deed: ignore not-owner reason="web is on holiday"
ALTER TABLE users ADD COLUMN seats integer;

-- DOWN Migration
-- ALTER TABLE users DROP COLUMN seats;
