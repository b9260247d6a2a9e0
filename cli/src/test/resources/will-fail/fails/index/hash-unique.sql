-- 0A000: access method hash does not support unique indexes
CREATE TABLE a (id bigint);
CREATE UNIQUE INDEX i ON a USING hash (id);
