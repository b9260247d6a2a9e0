-- 0A000: cannot use partial index i as replica identity
CREATE TABLE a (id bigint NOT NULL);
CREATE UNIQUE INDEX i ON a (id) WHERE id > 0;
ALTER TABLE a REPLICA IDENTITY USING INDEX i;
