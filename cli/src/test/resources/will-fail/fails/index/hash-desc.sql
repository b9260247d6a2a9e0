-- 0A000: access method hash does not support asc/desc options
CREATE TABLE a (id bigint);
CREATE INDEX i ON a USING hash (id DESC);
