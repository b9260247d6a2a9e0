-- 42704: index a_key for table a does not exist
CREATE TABLE a (id bigint);
ALTER TABLE a CLUSTER ON a_key;
