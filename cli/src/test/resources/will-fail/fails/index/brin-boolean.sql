-- 42704: data type boolean has no default operator class for access method brin
CREATE TABLE a (id bigint, b boolean);
CREATE INDEX i ON a USING brin (b);
