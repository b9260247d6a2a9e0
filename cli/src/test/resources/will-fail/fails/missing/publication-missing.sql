-- 42704: publication p does not exist
CREATE TABLE a (id int);
ALTER PUBLICATION p ADD TABLE a;
