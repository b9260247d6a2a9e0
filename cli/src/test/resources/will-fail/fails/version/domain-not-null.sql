-- 42601 until 16: domain not null came with PostgreSQL 17
CREATE DOMAIN d AS int;
-- migration
ALTER DOMAIN d ADD CONSTRAINT filled NOT NULL;
