-- 42704: access method bloom does not exist
CREATE TABLE a (n int);
CREATE INDEX i ON a USING bloom (n);
