-- 42704: data type bigint has no default operator class for access method spgist
CREATE TABLE a (id bigint);
CREATE INDEX i ON a USING spgist (id);
