-- 42704: data type bigint has no default operator class for access method gist
CREATE TABLE a (id bigint, name text);
CREATE INDEX i ON a USING gist (id);
