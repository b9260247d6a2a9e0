-- 0A000: access method spgist does not support multicolumn indexes
CREATE TABLE a (id text, n text);
CREATE INDEX i ON a USING spgist (id, n);
