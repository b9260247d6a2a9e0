-- 42704: data type point has no default operator class for access method btree
CREATE TABLE a (id bigint, at point);
CREATE INDEX i ON a (at);
