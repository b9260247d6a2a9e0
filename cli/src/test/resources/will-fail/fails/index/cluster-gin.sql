-- 0A000: cannot cluster on index i because access method does not support clustering
CREATE TABLE a (id bigint NOT NULL, t text[]);
CREATE INDEX i ON a USING gin (t);
CLUSTER a USING i;
