-- 42704: data type xml has no default operator class for access method btree
CREATE TABLE a (doc xml PRIMARY KEY);
