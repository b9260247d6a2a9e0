-- 42710: created twice
CREATE EXTENSION pg_trgm;
-- migration
CREATE EXTENSION pg_trgm;
