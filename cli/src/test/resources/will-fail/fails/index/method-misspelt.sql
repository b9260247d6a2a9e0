-- 42704: access method btre does not exist
CREATE TABLE a (n bigint);
CREATE INDEX i ON a USING btre (n);
