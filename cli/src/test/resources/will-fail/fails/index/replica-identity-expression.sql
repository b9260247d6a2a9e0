-- 0A000: cannot use expression index i as replica identity
CREATE TABLE a (id bigint NOT NULL);
CREATE UNIQUE INDEX i ON a ((id + 1));
ALTER TABLE a REPLICA IDENTITY USING INDEX i;
