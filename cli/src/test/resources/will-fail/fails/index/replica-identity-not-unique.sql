-- 42809: cannot use non-unique index i as replica identity
CREATE TABLE a (id bigint NOT NULL);
CREATE INDEX i ON a (id);
ALTER TABLE a REPLICA IDENTITY USING INDEX i;
