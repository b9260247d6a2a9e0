-- 42809: i is not a unique index
CREATE TABLE a (id bigint NOT NULL);
CREATE INDEX i ON a (id);
ALTER TABLE a ADD UNIQUE USING INDEX i;
