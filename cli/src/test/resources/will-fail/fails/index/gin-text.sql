-- 42704: data type text has no default operator class for access method gin
CREATE TABLE a (id bigint, name text);
CREATE INDEX i ON a USING gin (name);
