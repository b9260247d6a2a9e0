-- 42704: index a_key for table a does not exist
CREATE TABLE a (id bigint);
ALTER TABLE a REPLICA IDENTITY USING INDEX a_key;
