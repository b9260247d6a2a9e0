-- 42704: operator class gin_trgm_ops does not exist for access method gin
CREATE TABLE a (name text);
CREATE INDEX i ON a USING gin (name gin_trgm_ops);
CREATE EXTENSION pg_trgm;
