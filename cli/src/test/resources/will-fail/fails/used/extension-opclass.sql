-- 2BP01: cannot drop extension pg_trgm because other objects depend on it
CREATE EXTENSION pg_trgm;
CREATE TABLE a (name text);
CREATE INDEX i ON a USING gin (name gin_trgm_ops);
DROP EXTENSION IF EXISTS pg_trgm;
