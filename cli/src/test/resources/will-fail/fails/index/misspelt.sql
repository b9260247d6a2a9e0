-- 42704: operator class varchar_patern_ops does not exist for access method btree
CREATE TABLE a (name varchar(20));
CREATE INDEX i ON a (name varchar_patern_ops);
