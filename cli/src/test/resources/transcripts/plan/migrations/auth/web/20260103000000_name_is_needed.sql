-- deed: ignore set-not-null reason="a thousand rows"
-- deed: ignore unbatched-write reason="a thousand rows"
-- deed: irreversible "the old values are not kept"
UPDATE users SET name = '' WHERE name IS NULL;
ALTER TABLE users ALTER COLUMN name SET NOT NULL;
CREATE INDEX CONCURRENTLY users_name ON users (name);
DO $$ BEGIN EXECUTE 'ANALYZE ' || 'users'; END $$;
