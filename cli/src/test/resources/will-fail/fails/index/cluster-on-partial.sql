-- 0A000: cannot cluster on partial index i
CREATE TABLE a (id bigint NOT NULL);
CREATE INDEX i ON a (id) WHERE id > 0;
ALTER TABLE a CLUSTER ON i;
