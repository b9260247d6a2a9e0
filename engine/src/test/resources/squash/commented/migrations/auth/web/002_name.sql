-- deed: requires auth/001
-- deed: ignore add-column-default reason="few rows"

-- UP Migration
-- deed: ignore prefer-text reason="as in the form"
ALTER TABLE users ADD COLUMN name varchar(20)

-- DOWN Migration (Rollback)
-- DO $$
-- BEGIN
--   ALTER TABLE users DROP COLUMN name;
-- END $$;
