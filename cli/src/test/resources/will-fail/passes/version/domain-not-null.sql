-- passes since 17: domain not null
CREATE DOMAIN d AS int;
-- migration
ALTER DOMAIN d ADD CONSTRAINT filled NOT NULL;
