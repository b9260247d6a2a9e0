-- 0A000: access method hash does not support multicolumn indexes
CREATE TABLE a (id bigint, n int);
CREATE INDEX i ON a USING hash (id, n);
