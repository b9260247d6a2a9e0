-- 42704: data type json has no default operator class for access method btree
CREATE TABLE a (id bigint, doc json);
CREATE INDEX i ON a (doc);
