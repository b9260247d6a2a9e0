-- 22023: unrecognized parameter autovacum_enabled
CREATE TABLE a (id bigint);
ALTER TABLE a SET (autovacum_enabled = false);
