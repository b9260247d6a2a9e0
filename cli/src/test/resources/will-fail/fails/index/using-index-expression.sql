-- 42809: index i contains expressions
CREATE TABLE a (id bigint NOT NULL);
CREATE UNIQUE INDEX i ON a ((id + 1));
ALTER TABLE a ADD UNIQUE USING INDEX i;
