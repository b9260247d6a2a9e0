-- 42704: data type json has no default operator class for access method gin
CREATE TABLE a (id bigint, doc json);
CREATE INDEX i ON a USING gin (doc);
