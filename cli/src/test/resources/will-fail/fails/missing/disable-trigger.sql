-- 42704: trigger t for table a does not exist
CREATE TABLE a (id bigint);
ALTER TABLE a DISABLE TRIGGER t;
