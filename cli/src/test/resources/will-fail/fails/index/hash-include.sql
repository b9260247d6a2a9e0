-- 0A000: access method hash does not support included columns
CREATE TABLE a (id bigint, n int);
CREATE INDEX i ON a USING hash (id) INCLUDE (n);
