-- 42704: index a_key for table a does not exist
CREATE TABLE a (id bigint);
CLUSTER a USING a_key;
