-- 42809: b_pkey is not an index for table a
CREATE TABLE a (id bigint NOT NULL);
CREATE TABLE b (id bigint PRIMARY KEY);
CLUSTER a USING b_pkey;
