-- 22023: unrecognized parameter autovacuum_enabled
CREATE TABLE a (id bigint);
CREATE INDEX i ON a (id);
ALTER INDEX i SET (autovacuum_enabled = off);
