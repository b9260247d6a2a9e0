-- 42704: data type jsonb has no default operator class for access method brin
CREATE TABLE a (id bigint, doc jsonb);
CREATE INDEX i ON a USING brin (doc);
