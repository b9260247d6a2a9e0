-- 42809: index i cannot be used as replica identity because column id is nullable
CREATE TABLE a (id bigint);
CREATE UNIQUE INDEX i ON a (id);
ALTER TABLE a REPLICA IDENTITY USING INDEX i;
