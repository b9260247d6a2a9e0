-- 42809: index i column number 1 does not have default sorting behavior
CREATE TABLE a (id bigint NOT NULL);
CREATE UNIQUE INDEX i ON a (id DESC);
ALTER TABLE a ADD UNIQUE USING INDEX i;
