-- 2BP01: cannot drop extension pg_trgm because other objects depend on it
CREATE EXTENSION pg_trgm;
CREATE TABLE a (name text CHECK (similarity(name, 'x') < 0.5));
DROP EXTENSION pg_trgm;
