-- 42704: index a_key does not exist
CREATE TABLE a (id bigint);
ALTER TABLE a ADD CONSTRAINT a_pkey PRIMARY KEY USING INDEX a_key;
